import { joinPath } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Binding } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import type { Work } from "../build/work.ts";
import { home } from "../shell/paths.ts";
import { collectScript, selectionOf } from "./files.ts";

/** What is kept, under which name, and for how long. */
export interface Kept {
  /** Artifacts and reports have names of their own each. */
  readonly kind: "artifacts" | "reports";
  readonly name: string;
  readonly paths: readonly string[];
  readonly days: number | undefined;
  readonly ifMissing: "fail" | "ignore";
}

/** The folder of a build in which an artifact waits for the jobs that download it. */
export function artifactFolder(name: string): string {
  return keptFolder({ kind: "artifacts", name });
}

function keptFolder({ kind, name }: Pick<Kept, "kind" | "name">): string {
  return `${home}/${kind}/${name}`;
}

/** The first folder of an object's name in the bucket; lifecycle rules go by it. */
export function retentionFolder(days: number | undefined): string {
  return days === undefined ? "kept" : `${days}d`;
}

/** A script that keeps files in the build's own store and in the bucket. */
export function keepWork(
  kept: Kept,
  scope: JobScope,
  common: Omit<Work, "name" | "image" | "script">,
  name: string,
  image: string,
): Work {
  const { bucket } = scope.options;
  const place = { origin: common.origin, target: "cloudbuild" } as const;
  if (bucket === undefined) {
    scope.report(
      error(
        "CICL5006",
        {
          what: "The options of cloudbuild name no bucket, and files are to be kept.",
          why: "Cloud Build has no artifacts of its own that outlive a failed build.",
          fix: 'Add it in cicl.config.ts: cloudbuild: { bucket: "gs://…" }.',
        },
        place,
      ),
    );
  }
  const selection = selectionOf(kept.paths.map((path) => (path.startsWith("!") ? path : joinPath(scope.folder, path))));
  if (!selection) {
    scope.report(
      error(
        "CICL5002",
        {
          what: `cicl doesn't render these paths to keep for Cloud Build yet: ${kept.paths.join(", ")}.`,
          why: "A POSIX shell expands neither ** in the middle nor exclusions, and other files would be kept than the pipeline says.",
          fix: "Name the folder or the files, or use * alone.",
        },
        place,
      ),
    );
  }
  const folder = keptFolder(kept);
  const destination = `${bucket ?? ""}/${retentionFolder(kept.days)}/${scope.pipeline.name}`;
  const build: Binding = { name: "CICL_RUN_ID", value: { kind: "context", name: "run.id" }, origin: common.origin };
  return {
    name,
    image,
    ...common,
    bindings: [{ node: `job:${scope.job.id}`, ...build }],
    script: () =>
      [
        selection ? collectScript(selection, folder, kept.ifMissing) : "",
        `gcloud storage rsync --recursive "$kept" "${destination}/$CICL_RUN_ID/${kept.kind}/${kept.name}"`,
      ].join("\n"),
  };
}
