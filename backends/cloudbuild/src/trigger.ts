import {
  folderOf,
  joinPath,
  type LoweredFile,
  type Trace,
  tracer,
  type YamlData,
  type YamlMap,
  yaml,
} from "@cicl/backend-kit";
import { type Diagnostic, error } from "@cicl/diagnostics";
import type { PathFilter, Pipeline, Trigger } from "@cicl/model";
import { accountOf } from "./build/account.ts";
import { buildPath, partOf, type SupportedEvent, triggerPath } from "./build/events.ts";
import type { ResolvedOptions } from "./options.ts";
import { fileGlobs, re2 } from "./patterns.ts";

/** An event's trigger, with what happened on the way. */
export interface LoweredTrigger {
  readonly file: LoweredFile;
  readonly trace: readonly Trace[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lowers the triggers of one event to one trigger of Cloud Build, which names the event's build file. */
export function lowerTrigger(
  pipeline: Pipeline<"gated">,
  event: SupportedEvent,
  options: ResolvedOptions,
): LoweredTrigger {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const path = triggerPath(pipeline, event);
  const { add, traces } = tracer(path);
  const triggers = pipeline.triggers.filter((trigger) => trigger.kind === event);
  refuseRepeated(triggers, report);
  const source = sourceOf(options, pipeline, report);
  const [key] = Object.keys(source);
  const paths = triggers.flatMap((trigger) => ("paths" in trigger && trigger.paths ? [trigger.paths] : []));
  const kind = event === "pull-request" ? "pullRequest" : "push";
  add(`trigger.${event}`, "pipeline", [key ?? "", kind]);
  if (event !== "tag" && paths.length > 0) {
    const [first] = paths;
    add(`trigger.${event}.paths`, "pipeline", [first && first.include.length > 0 ? "includedFiles" : "ignoredFiles"]);
  }
  const data: { readonly [key: string]: YamlData } = {
    name: partOf(pipeline, event, "-"),
    description: `Starts the pipeline ${pipeline.name} on the event ${event}.`,
    ...Object.fromEntries(
      Object.entries(source).map(([name, fields]) => [name, { ...fields, [kind]: filterOf(triggers, event) }]),
    ),
    ...filesOf(paths, triggers, folderOf(pipeline), report),
    filename: buildPath(pipeline, event),
    serviceAccount: accountOf({ event, options, pipeline, report }),
  };
  return { file: { path, tree: yaml(data, pipeline.origin) as YamlMap }, trace: traces, diagnostics };
}

/** Expressions of triggers match anywhere in a name unless they are anchored. */
function filterOf(triggers: readonly Trigger[], event: SupportedEvent): YamlData {
  switch (event) {
    case "tag":
      return { tag: re2(triggers.flatMap((trigger) => (trigger.kind === "tag" ? trigger.tags : []))) };
    case "push":
      return { branch: branchesOf(triggers) };
    case "pull-request":
      // The default would build the pull requests of strangers without anybody's consent.
      return { branch: branchesOf(triggers), commentControl: "COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY" };
  }
}

/** A trigger that names no branch means every one. */
function branchesOf(triggers: readonly Trigger[]): string {
  return re2(
    triggers.flatMap((trigger) =>
      trigger.kind === "push" || trigger.kind === "pull-request" ? (trigger.branches ?? ["**"]) : [],
    ),
  );
}

function sourceOf(
  { repository }: ResolvedOptions,
  pipeline: Pipeline,
  report: (diagnostic: Diagnostic) => void,
): { readonly [key: string]: { readonly [key: string]: string } } {
  if (repository === undefined) {
    report(
      error(
        "CICL5006",
        {
          what: "The option repository of cloudbuild is missing.",
          why: "A trigger listens to one repository, which it names.",
          fix: 'Add it in cicl.config.ts: cloudbuild: { repository: "owner/name" }.',
        },
        { origin: pipeline.origin, target: "cloudbuild" },
      ),
    );
  }
  if (repository?.startsWith("projects/")) return { repositoryEventConfig: { repository } };
  const [owner = "", name = ""] = (repository ?? "").split("/");
  return { github: { owner, name } };
}

function filesOf(
  paths: readonly PathFilter[],
  triggers: readonly Trigger[],
  folder: string,
  report: (diagnostic: Diagnostic) => void,
): { readonly [key: string]: YamlData } {
  const [filter] = paths;
  const [trigger] = triggers;
  if (!filter || !trigger) return {};
  const included = fileGlobs(filter.include.map((glob) => joinPath(folder, glob)));
  const ignored = fileGlobs(filter.exclude.map((glob) => joinPath(folder, glob)));
  if (!included || !ignored) {
    report(
      error(
        "CICL5001",
        {
          what: "A path filter has a `**` beside other characters of a folder's name.",
          why: "Cloud Build defines it for whole folders only.",
          fix: "Write e.g. src/**/*.ts.",
        },
        { origin: trigger.origin, target: "cloudbuild" },
      ),
    );
  }
  return {
    includedFiles: included && included.length > 0 ? included : undefined,
    ignoredFiles: ignored && ignored.length > 0 ? ignored : undefined,
  };
}

/** A trigger has one filter: two of the same kind could only be mixed into one that says something else. */
function refuseRepeated(triggers: readonly Trigger[], report: (diagnostic: Diagnostic) => void): void {
  const mixable = triggers.every(
    (trigger) => trigger.kind === "tag" || (trigger.kind === "push" && trigger.paths === undefined),
  );
  const [, second] = triggers;
  if (mixable || !second) return;
  report(
    error(
      "CICL5001",
      {
        what: `Cloud Build takes one ${second.kind} trigger a pipeline, and this is another.`,
        why: "Mixing their filters would start runs that neither asks for, or miss some.",
        fix: "Join them into one trigger, or make two pipelines.",
      },
      { origin: second.origin, target: "cloudbuild" },
    ),
  );
}
