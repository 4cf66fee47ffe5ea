import { limits } from "./limits.ts";
import { invalid, type Path, type Problem, repeated, within } from "./problem.ts";
import { lengthAfterSubstitution } from "./substitutions.ts";
import { type BuildView, type StepView, secondsOf } from "./view.ts";

/** Checks each step by itself: what it runs, its variables, its times. */
export function checkSteps(build: BuildView): readonly Problem[] {
  return [
    ...build.steps.flatMap((step, index) => [
      ...checkCommand(step, build, ["steps", index]),
      ...checkEnv(step.env, ["steps", index, "env"]),
      ...checkEnd(step, build, ["steps", index]),
    ]),
    ...checkEnv(build.options.env, ["options", "env"]),
  ];
}

function checkCommand(step: StepView, build: BuildView, path: Path): readonly Problem[] {
  const { script, args = [] } = step;
  const named = step.id ?? step.name;
  const both = script !== undefined && (step.args !== undefined || step.entrypoint !== undefined);
  const longest = Math.max(step.name.length, step.dir?.length ?? 0);
  // Nearly all are right, and there are thousands.
  if (step.name !== "" && !both && args.length === 0 && longest <= limits.name) {
    if ((script?.length ?? 0) <= limits.script) return [];
  }
  return [
    ...(step.name === "" ? [imageless(path)] : []),
    ...(both ? [scriptAndArgs(path)] : []),
    ...within([...path, "name"], `The image of "${named}" has`, [step.name.length, "characters"], limits.name),
    ...within([...path, "dir"], `The folder of "${named}" has`, [step.dir?.length ?? 0, "characters"], limits.name),
    ...within([...path, "script"], `The script of "${named}" has`, [script?.length ?? 0, "characters"], limits.script),
    ...within([...path, "args"], `Step "${named}" has`, [args.length, "arguments"], limits.argumentsOfStep),
    ...args.flatMap((argument, index) => {
      const length = lengthAfterSubstitution(argument, build);
      if (length <= limits.argument) return [];
      return within([...path, "args", index], `An argument of "${named}" has`, [length, "characters"], limits.argument);
    }),
  ];
}

function checkEnv(env: readonly string[], path: Path): readonly Problem[] {
  if (env.length === 0) return [];
  return [
    ...within(path, "The list has", [env.length, "variables"], limits.envOfStep),
    ...env.flatMap((entry, index) => {
      const length = entry.length - entry.indexOf("=") - 1;
      const isVariable = /^[A-Za-z_][A-Za-z0-9_]*=/.test(entry);
      // Nearly all are right, and there are thousands.
      if (isVariable && length <= limits.envValue) return [];
      const subject = `The variable "${nameOf(entry)}" has`;
      return [
        ...(isVariable ? [] : [noVariable(entry, [...path, index])]),
        ...within([...path, index], subject, [length, "characters"], limits.envValue),
      ];
    }),
    ...repeated(env.map(nameOf)).map(([index, name]) => setTwice(name, [...path, index])),
  ];
}

/** The name of a variable in an entry `NAME=value`. */
export function nameOf(entry: string): string {
  return entry.split("=", 1)[0] ?? "";
}

function checkEnd(step: StepView, build: BuildView, path: Path): readonly Problem[] {
  if (step.timeout === undefined && step.allowExitCodes.length === 0) return [];
  const seconds = secondsOf(step.timeout);
  const ofBuild = secondsOf(build.timeout) ?? limits.defaultBuildTimeout;
  return [
    ...(seconds === 0 ? [noTime([...path, "timeout"])] : []),
    ...within([...path, "timeout"], "The step may take", [seconds ?? 0, "seconds, more than its build"], ofBuild),
    ...step.allowExitCodes.flatMap((code, index) =>
      Number.isInteger(code) && code >= 0 && code <= limits.exitCode
        ? []
        : [noExitCode(code, [...path, "allowExitCodes", index])],
    ),
  ];
}

/** A time limit of no time at all. */
export function noTime(path: Path): Problem {
  return invalid(path, {
    what: "A time limit is zero.",
    why: "It would end before it began, or not hold at all.",
    fix: "State at least one second, or leave it out.",
  });
}

function imageless(path: Path): Problem {
  return invalid([...path, "name"], {
    what: "A step names no image.",
    why: "Cloud Build runs every step in a container.",
    fix: 'State the image as "name".',
  });
}

function scriptAndArgs(path: Path): Problem {
  return invalid([...path, "script"], {
    what: "A step has a script together with arguments or an entry point.",
    why: "Cloud Build refuses it, since a script replaces both.",
    fix: "Move the arguments into the script, or remove the script.",
  });
}

function noVariable(entry: string, path: Path): Problem {
  return invalid(path, {
    what: `"${entry}" sets no environment variable.`,
    why: "Shells can't read it.",
    fix: "Write NAME=value, with a name of letters, digits and underscores.",
  });
}

function setTwice(name: string, path: Path): Problem {
  return invalid(path, {
    what: `The variable "${name}" is set twice.`,
    why: "Which of the two values the step sees isn't documented.",
    fix: "Remove one of them.",
  });
}

function noExitCode(code: number, path: Path): Problem {
  return invalid(path, {
    what: `${code} is no exit code.`,
    why: "No process ends with it.",
    fix: "List whole numbers from 0 to 255.",
  });
}
