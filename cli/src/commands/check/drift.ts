import { type Diagnostic, error } from "@cicl/diagnostics";
import { changesOf, type FileStatus, lockFile, missingPins, type PlanEntry } from "@cicl/host";
import type { Outcome } from "../../run.ts";
import { minorVersion } from "../../version.ts";

/** How the disk differs from what would be rendered. */
export interface Drift {
  readonly diagnostics: readonly Diagnostic[];
  /** What a diff is worth showing of. */
  readonly drifted: readonly PlanEntry[];
}

/** Finds what keeps the rendered files from being current; another version of cicl is one reason, not many diffs. */
export function driftOf({ entries, renderedBy, unpinned }: Outcome): Drift {
  const changes = changesOf(entries);
  const files = changes.filter((entry) => entry.path !== lockFile);
  if (renderedBy !== undefined && renderedBy !== minorVersion && files.length > 0) {
    return { diagnostics: [otherVersion(renderedBy)], drifted: [] };
  }
  const pins = entries.length > 0 && unpinned.length > 0 ? [missingPins(unpinned)] : [];
  const stale = pins.length > 0 ? files : changes;
  return { diagnostics: [...pins, ...stale.map(outOfDate)], drifted: changes };
}

function otherVersion(renderedBy: string): Diagnostic {
  return error(
    "CICL1016",
    {
      what: `The files were rendered by cicl ${renderedBy}, and you run ${minorVersion}.`,
      why: "Versions may render the same pipeline differently, so a difference says nothing about pipeline.ts.",
      fix: `Run cicl ${renderedBy}, or run "cicl synth" with ${minorVersion} and commit the files.`,
    },
    { file: lockFile },
  );
}

const reasons = {
  created: "is missing",
  updated: "differs from what its pipeline renders",
  deleted: "was generated from a pipeline that is gone",
} satisfies Partial<Record<FileStatus, string>>;

function outOfDate(entry: PlanEntry): Diagnostic {
  const reason = entry.status in reasons ? reasons[entry.status as keyof typeof reasons] : entry.status;
  return error(
    "CICL1015",
    {
      what: `"${entry.path}" ${reason}.`,
      why: "The engine runs the rendered file, not pipeline.ts.",
      fix: 'Run "cicl synth" and commit the result; never edit the file itself.',
    },
    {
      file: entry.path,
      ...(entry.pipeline === undefined ? {} : { pipeline: entry.pipeline }),
      ...(entry.target === undefined ? {} : { target: entry.target }),
    },
  );
}
