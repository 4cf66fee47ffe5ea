/**
 * Every diagnostic code with its title. The number's first digit says who speaks:
 * 1 loading and files, 2 what a pipeline may say, 3 scripts and values, 4 gates and policy, 5 targets, 6 the update of
 * pins, 9 our own bugs.
 * A code keeps its meaning for ever; a retired one is never reused.
 */
export const codes = {
  CICL1001: "No pipeline was found",
  CICL1002: "The TypeScript of a pipeline can't be read",
  CICL1003: "An import can't be resolved",
  CICL1004: "A pipeline threw an exception while it was loaded",
  CICL1005: "The default export isn't a pipeline",
  CICL1006: "A pipeline didn't finish loading in time",
  CICL1007: "A pipeline reads the clock or randomness while it is loaded",
  CICL1008: "The configuration is wrong",
  CICL1009: "The lock file is wrong",
  CICL1010: "Two pipelines have the same name",
  CICL1011: "Two pipelines write the same file",
  CICL1012: "A file that cicl didn't generate is in the way",
  CICL1013: "A file can't be written",
  CICL1014: "A file can't be read",
  CICL1015: "A generated file is out of date",
  CICL1016: "The files were rendered by another version",
  CICL1017: "The command line is wrong",
  CICL1018: "A needed program is missing",

  CICL2001: "A name has the wrong form",
  CICL2002: "A name is used twice",
  CICL2003: "A key isn't known",
  CICL2004: "A value has the wrong type",
  CICL2005: "A need isn't a job of this pipeline",
  CICL2006: "Jobs need each other in a cycle",
  CICL2007: "A job is used twice, or was copied",
  CICL2008: "An output isn't declared",
  CICL2009: "A secret is used outside its environment",
  CICL2010: "A glob, schedule or time has the wrong form",
  CICL2011: "A matrix is wrong",
  CICL2012: "An activity type isn't known",
  CICL2013: "A deploy has no digest as its subject",
  CICL2014: "A digest is read where no image is pushed",
  CICL2015: "A required job can be skipped",
  CICL2016: "An artifact is wrong",
  CICL2017: "A pipeline can never start, or holds no job",
  CICL2018: "A value can't be read in this place",
  CICL2019: "A deploy may run on a pull request",
  CICL2020: "A call of another pipeline is wrong",

  CICL3001: "A value stands where the shell would execute it",
  CICL3002: "A value stands where the shell doesn't expand it",
  CICL3003: "A script isn't closed",
  CICL3004: "A failure left of a pipe is invisible",
  CICL3005: "An engine's expression stands in a script",

  CICL4001: "A required gate isn't in the catalogue",
  CICL4002: "A gate is weaker than the policy asks",
  CICL4003: "A gate can be bypassed",
  CICL4004: "A gate or edge was lost in a target",
  CICL4005: "A name is reserved for an injected job",
  CICL4006: "A deploy isn't behind a required gate",
  CICL4007: "A required check never reports",

  CICL5001: "A target can't express this",
  CICL5002: "A target doesn't render this yet",
  CICL5003: "An action isn't pinned",
  CICL5004: "An image isn't pinned by digest",
  CICL5005: "A limit of the target is exceeded",
  CICL5006: "A target's option is missing or wrong",
  CICL5007: "A secret is kept less strictly than its environment asks",
  CICL5008: "A rendered file is invalid",
  CICL5009: "A target behaves differently",
  CICL5010: "A key of a cloud is kept where an identity token would do",
  CICL5011: "An action is pinned at another version than its inputs are known of",
  CICL5012: "A stranger's commit is checked out with the repository's rights",

  CICL6001: "GitHub's API can't be reached",
  CICL6002: "GitHub's API refuses whoever asks",
  CICL6003: "GitHub's API has had enough requests",
  CICL6004: "The repository of an action isn't known",
  CICL6005: "GitHub's API gives a strange answer",
  CICL6006: "The tag of a pinned version was moved or deleted",
  CICL6007: "An action has no version that can be compared",
  CICL6008: "The typed inputs are those of another major version",
  CICL6009: "The actions that the pipelines use aren't known",

  CICL9001: "A defect of cicl",
} as const;

/** A diagnostic code, `CICL` and four digits. */
export type Code = keyof typeof codes;
