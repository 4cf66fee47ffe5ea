import type { Origin } from "@cicl/diagnostics";
import { jobIdPattern } from "@cicl/model";
import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

/** Reads the id of a job, pipeline, stage or environment. */
export const id = named(jobIdPattern, "lower-case letters, digits and hyphens, starting with a letter, at most 63");

/** Reads the name of an output, input or artifact. */
export const word = named(/^[A-Za-z_][A-Za-z0-9_-]{0,99}$/, "letters, digits, hyphens and underscores");

/** Reads the name of an artifact: what every engine takes as a file name. */
export const artifactName = named(
  /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/,
  "letters, digits, dots, hyphens and underscores",
);

const upperCase = named(/^[A-Z][A-Z0-9_]*$/, "upper-case letters, digits and underscores, starting with a letter");
const variable = named(/^[A-Za-z_][A-Za-z0-9_]*$/, "letters, digits and underscores, not starting with a digit");

/** Reads the name of a secret or of a configuration variable. */
export const storedName: Reader<string> = (value, origin) => {
  const name = upperCase(value, origin);
  if (engineTokens.has(name)) engineToken(name, origin);
  if (/^GIT(HUB|EA)_/.test(name) || name === "CI") reserved(name, origin);
  return name;
};

/** Reads the name of an environment variable; those that an engine or cicl sets are refused. */
export const variableName: Reader<string> = (value, origin) => {
  const name = variable(value, origin);
  // Engines ignore an assignment to their own variables in silence; their tokens are ordinary variables to them.
  if (/^(GITHUB|GITEA|RUNNER|CICL)_/.test(name) && !engineTokens.has(name)) reserved(name, origin);
  return name;
};

const engineTokens = new Set(["GITHUB_TOKEN", "GITEA_TOKEN"]);

function engineToken(name: string, origin: Origin): never {
  fail(
    "CICL2001",
    {
      what: `"${name}" is the engine's own token, not a secret.`,
      why: "The engine makes it for each job and stores it nowhere, and its scopes follow from the job's permissions.",
      fix: 'Use an action, which takes it by itself ("uses"), or write native.github({ …, env: { GITHUB_TOKEN: "${{ github.token }}" } }).',
    },
    origin,
  );
}

function named(pattern: RegExp, form: string): Reader<string> {
  return (value, origin) => {
    const name = text(value, origin);
    if (!pattern.test(name)) {
      fail(
        "CICL2001",
        {
          what: `${JSON.stringify(name)} isn't a valid name here.`,
          why: "Names become keys, file names and variables on every target, and this is what all of them take.",
          fix: `Use ${form}.`,
        },
        origin,
      );
    }
    return name;
  };
}

function reserved(name: string, origin: Origin): never {
  fail(
    "CICL2001",
    {
      what: `The name "${name}" is reserved.`,
      why: "An engine or cicl sets it, so a value of your own would be ignored or refused there.",
      fix: "Choose a name without that prefix.",
    },
    origin,
  );
}
