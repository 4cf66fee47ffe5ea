import {
  type LowerContext,
  type LoweredFile,
  map,
  pinnedImage,
  sequence,
  type Trace,
  tracer,
  type YamlData,
  type YamlEntry,
  yaml,
} from "@cicl/backend-kit";
import type { Diagnostic } from "@cicl/diagnostics";
import type { Graph, Pipeline } from "@cicl/model";
import type { ResolvedOptions } from "../options.ts";
import { prepareScript } from "../shell/library.ts";
import { useLibrary } from "../shell/paths.ts";
import { buildsImagesOn } from "../steps/image.ts";
import { textOn } from "../values/resolve.ts";
import { accountOf } from "./account.ts";
import { emit } from "./emit.ts";
import { buildPath, type SupportedEvent } from "./events.ts";
import { endOf, lowerJob } from "./job.ts";
import { planOf } from "./plan.ts";
import { poolOf } from "./pool.ts";
import type { Scope } from "./scope.ts";
import { buildTimeout } from "./timeout.ts";

/** One event's build, with what happened on the way. */
export interface LoweredBuild {
  /** Ids of the jobs in it. */
  readonly jobs: readonly string[];
  readonly file: LoweredFile;
  readonly trace: readonly Trace[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lowers a pipeline to the build of one event.
 * @param unpinned images without a digest so far, in all builds of the pipeline
 */
export function lowerBuild(
  pipeline: Pipeline<"gated">,
  graph: Graph,
  event: SupportedEvent,
  { options, pins }: LowerContext<ResolvedOptions>,
  unpinned: Set<string>,
): LoweredBuild {
  const diagnostics: Diagnostic[] = [];
  const path = buildPath(pipeline, event);
  const plan = planOf(pipeline, graph, event, (value) => textOn(value, event, options));
  const scope: Scope = {
    pipeline,
    event,
    graph,
    plan,
    options,
    pins,
    unpinned,
    tracer: tracer(path),
    steps: [],
    secrets: new Map(),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  lowerPreparation(scope);
  for (const job of plan.jobs) lowerJob(job, scope);
  for (const job of plan.jobs)
    if (job.allowFailure) scope.tracer.add("job.allow-failure", `job:${job.id}`, ["steps", scope.steps.length]);
  for (const set of pipeline.required)
    scope.tracer.add("pipeline.required", "pipeline", ["steps", scope.steps.length], set.name);
  lowerVerdict(scope);
  const fields: readonly (readonly [string, YamlData])[] = [
    ["steps", sequence(scope.steps)],
    ["timeout", `${buildTimeout(plan, scope)}s`],
    ["tags", [pipeline.name, event]],
    ["serviceAccount", accountOf(scope)],
    ["availableSecrets", secretsOf(scope)],
    ["options", { ...poolOf(plan.jobs, scope), logging: "CLOUD_LOGGING_ONLY", substitutionOption: "ALLOW_LOOSE" }],
  ];
  const entries = fields.flatMap(([key, value]): readonly YamlEntry[] =>
    value === undefined ? [] : [{ key, value: yaml(value) }],
  );
  const jobs = plan.jobs.map((job) => job.id);
  return { jobs, file: { path, tree: map(entries, pipeline.origin) }, trace: scope.tracer.traces, diagnostics };
}

/** What comes before all jobs: the shared functions, and the builder that jobs with images share. */
function lowerPreparation(scope: Scope): void {
  const { origin } = scope.pipeline;
  emit(
    {
      id: "prepare",
      image: pinnedImage(scope.options.images.tools, scope, origin),
      waitFor: [],
      allowFailure: false,
      script: prepareScript,
      origin,
    },
    scope,
  );
  const images = scope.plan.jobs.some((job) => job.steps.some((step) => step.kind === "image"));
  if (!images || !buildsImagesOn(scope.event)) return;
  emit(
    {
      id: "images",
      image: pinnedImage(scope.options.images.docker, scope, origin),
      waitFor: ["prepare"],
      allowFailure: true,
      // Jobs that build at the same time would otherwise all create it.
      script: "docker buildx create --name cicl --driver docker-container",
      origin,
    },
    scope,
  );
}

/** Every other step may fail, so that jobs go on that don't depend on it; this one decides the build. */
function lowerVerdict(scope: Scope): void {
  const { plan, pipeline, options } = scope;
  const judged = plan.jobs.filter((job) => !job.allowFailure).map((job) => job.id);
  emit(
    {
      id: "verdict",
      image: pinnedImage(options.images.tools, scope, pipeline.origin),
      waitFor: ["prepare", ...plan.jobs.map((job) => endOf(job.id))],
      allowFailure: false,
      script: [useLibrary, ["cicl_verdict", ...judged].join(" ")].join("\n"),
      origin: pipeline.origin,
    },
    scope,
  );
}

function secretsOf({ secrets }: Scope): YamlData {
  if (secrets.size === 0) return undefined;
  return { secretManager: [...secrets].map(([env, versionName]) => ({ versionName, env })) };
}
