import { limits } from "./limits.ts";
import { invalid, type Path, type Problem, within } from "./problem.ts";
import { noTime } from "./steps.ts";
import { type BuildView, secondsOf } from "./view.ts";

/** Checks times, machine and logs of the whole build. */
export function checkOptions(build: BuildView): readonly Problem[] {
  const { options, serviceAccount } = build;
  const timeout = secondsOf(build.timeout);
  return [
    ...(timeout === 0 ? [noTime(["timeout"])] : []),
    ...(secondsOf(build.queueTtl) === 0 ? [noTime(["queueTtl"])] : []),
    ...within(["timeout"], "The build may take", [timeout ?? 0, "seconds"], limits.buildTimeout),
    ...within(["options", "diskSizeGb"], "The disk has", [Number(options.diskSizeGb ?? 0), "gigabytes"], limits.disk),
    ...(Number(options.diskSizeGb ?? 0) < 0 ? [noDisk(options.diskSizeGb)] : []),
    ...checkAccount(serviceAccount),
    ...(serviceAccount === undefined || hasLogs(build) ? [] : [noLogs()]),
  ];
}

/**
 * Checks the form of a service account.
 * @param serviceAccount of a build or a trigger; nothing is checked where there is none
 */
export function checkAccount(serviceAccount: string | undefined, path: Path = ["serviceAccount"]): readonly Problem[] {
  if (serviceAccount === undefined || /^projects\/[^/]+\/serviceAccounts\/[^/]+$/.test(serviceAccount)) return [];
  return [
    invalid(path, {
      what: `"${serviceAccount}" names no service account.`,
      why: "Cloud Build refuses it.",
      fix: "Write projects/<project>/serviceAccounts/<e-mail or id>.",
    }),
  ];
}

function hasLogs({ options, logsBucket }: BuildView): boolean {
  const { logging, defaultLogsBucketBehavior } = options;
  if (logging === "CLOUD_LOGGING_ONLY" || logging === "NONE") return true;
  return logsBucket !== undefined || defaultLogsBucketBehavior === "REGIONAL_USER_OWNED_BUCKET";
}

function noLogs(): Problem {
  return invalid(["options", "logging"], {
    what: "The build has a service account of its own and doesn't say where its logs go.",
    why: "Cloud Build refuses it, since such an account can't write to the default bucket.",
    fix: 'Set "logging" to "CLOUD_LOGGING_ONLY", or name a "logsBucket".',
  });
}

function noDisk(size: string | undefined): Problem {
  return invalid(["options", "diskSizeGb"], {
    what: `A disk can't have ${size} gigabytes.`,
    why: "Cloud Build refuses the build.",
    fix: "State a positive number, or leave it out.",
  });
}
