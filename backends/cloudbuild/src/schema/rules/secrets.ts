import { limits } from "./limits.ts";
import { invalid, type Path, type Problem, repeated, within } from "./problem.ts";
import { nameOf } from "./steps.ts";
import type { BuildView } from "./view.ts";

/** Checks that every secret is defined, pinned and used, and that no variable hides it. */
export function checkSecrets(build: BuildView): readonly Problem[] {
  const path: Path = ["availableSecrets", "secretManager"];
  const defined = build.secrets.map(({ env }) => env);
  const uses = [
    { path: ["options", "secretEnv"], names: build.options.secretEnv, env: build.options.env },
    ...build.steps.map(({ secretEnv, env }, index) => ({ path: ["steps", index, "secretEnv"], names: secretEnv, env })),
  ].filter(({ names }) => names.length > 0);
  const used = new Set(uses.flatMap(({ names }) => names));
  return [
    ...within(path, "The build has", [defined.length, "secrets"], limits.secrets),
    ...repeated(defined).map(([index, name]) => definedTwice(name, [...path, index, "env"])),
    ...build.secrets.flatMap(({ versionName, env }, index) => [
      ...checkVersion(versionName, [...path, index, "versionName"]),
      ...(/^[A-Za-z_][A-Za-z0-9_]*$/.test(env) ? [] : [noName(env, [...path, index, "env"])]),
      ...(used.has(env) ? [] : [unused(env, [...path, index, "env"])]),
    ]),
    ...uses.flatMap((use) => [
      ...use.names.flatMap((name, index) => [
        ...(defined.includes(name) ? [] : [undefinedSecret(name, [...use.path, index])]),
        ...(isSet(name, use.env) || isSet(name, build.options.env) ? [clash(name, [...use.path, index])] : []),
      ]),
      ...repeated(use.names).map(([index, name]) => namedTwice(name, [...use.path, index])),
    ]),
  ];
}

function isSet(name: string, env: readonly string[]): boolean {
  return env.some((entry) => nameOf(entry) === name);
}

function checkVersion(versionName: string, path: Path): readonly Problem[] {
  if (/^projects\/[^/]+\/secrets\/[\w-]+\/versions\/\d+$/.test(versionName)) return [];
  if (/\/versions\/[^/]*$/.test(versionName) && !/\/versions\/\d+$/.test(versionName))
    return [unpinned(versionName, path)];
  return [
    invalid(path, {
      what: `"${versionName}" names no version of a secret.`,
      why: "Cloud Build refuses the build.",
      fix: "Write projects/<project>/secrets/<name>/versions/<number>.",
    }),
  ];
}

function unpinned(versionName: string, path: Path): Problem {
  return invalid(path, {
    what: `"${versionName}" doesn't pin the secret's version.`,
    why: "The same commit would build with another secret tomorrow.",
    fix: "Write the number of the version.",
  });
}

function noName(env: string, path: Path): Problem {
  return invalid(path, {
    what: `"${env}" is no name for an environment variable.`,
    why: "The secret would reach no step.",
    fix: "Use letters, digits and underscores, and begin with no digit.",
  });
}

function unused(env: string, path: Path): Problem {
  return invalid(path, {
    what: `No step reads the secret "${env}".`,
    why: "Cloud Build refuses a secret that is defined and not used.",
    fix: 'Remove it, or name it in the "secretEnv" of a step.',
  });
}

function undefinedSecret(name: string, path: Path): Problem {
  return invalid(path, {
    what: `The secret "${name}" isn't defined.`,
    why: "Cloud Build refuses the build.",
    fix: 'Define it under "availableSecrets", or remove it here.',
  });
}

function clash(name: string, path: Path): Problem {
  return invalid(path, {
    what: `"${name}" is a variable and a secret of the same step.`,
    why: "Cloud Build refuses it, since only one of them could be seen.",
    fix: "Rename one of them.",
  });
}

function definedTwice(name: string, path: Path): Problem {
  return invalid(path, {
    what: `Two secrets are defined as "${name}".`,
    why: "Cloud Build refuses it, since a step could mean either.",
    fix: "Give each a variable of its own.",
  });
}

function namedTwice(name: string, path: Path): Problem {
  return invalid(path, {
    what: `The secret "${name}" is named twice.`,
    why: "Cloud Build refuses the repetition.",
    fix: "Remove one of them.",
  });
}
