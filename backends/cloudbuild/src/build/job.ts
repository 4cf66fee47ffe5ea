import { folderOfJob, pinnedImage } from "@cicl/backend-kit";
import type { Edge, Job } from "@cicl/model";
import { useLibrary } from "../shell/paths.ts";
import { shellWord } from "../shell/quote.ts";
import { buildsImagesOn } from "../steps/image.ts";
import { worksOf } from "../steps/index.ts";
import { bind } from "../values/bind.ts";
import { type Test, testOf } from "../values/condition.ts";
import { emit } from "./emit.ts";
import { imageOfJob } from "./image.ts";
import { type JobScope, type Scope, traceNext } from "./scope.ts";
import { lockSeconds } from "./timeout.ts";
import { traceJob } from "./trace.ts";
import type { Work } from "./work.ts";

/** The id of the step behind which a job has ended. */
export function endOf(job: string): string {
  return `${job}/end`;
}

/**
 * Lowers a job to a chain of steps: one that decides whether the job runs and makes its working copy, one for each
 * thing that it does, and one that leaves the receipt.
 */
export function lowerJob(job: Job<"gated">, scope: Scope): void {
  const jobScope: JobScope = {
    job,
    image: imageOfJob(job, scope),
    folder: folderOfJob(job, scope.pipeline),
    ...scope,
  };
  const works = worksOf(jobScope);
  lowerStart(works, jobScope);
  let previous = `${job.id}/start`;
  for (const [index, work] of works.entries()) previous = lowerWork(work, index + 1, previous, jobScope);
  lowerEnd(works.length, previous, jobScope);
}

function lowerStart(works: readonly Work[], scope: JobScope): void {
  const { job, plan } = scope;
  const node = `job:${job.id}`;
  const tests: Test[] = [];
  traceJob(job, scope);
  const own = job.when && testOf(job.when, node, "CICL_WHEN", scope, job.origin);
  if (own) tests.push(own);
  const skips = works.flatMap((work, index) => {
    const test = work.when && testOf(work.when, node, `CICL_WHEN_${index + 1}`, scope, work.origin);
    if (!test) return [];
    tests.push(test);
    return [`if ${test.command}; then :; else cicl_put "$cicl_job/not-${index + 1}" ""; fi`];
  });
  const buildsImage = job.steps.some((step) => step.kind === "image");
  const copy = job.checkout === false ? "nothing" : buildsImage ? "image" : "checkout";
  const script = [
    useLibrary,
    admission(job, scope),
    ...tests.flatMap((test) => test.lines),
    ...(own
      ? [`if [ "$cicl_verdict" = run ]; then`, `  if ${own.command}; then :; else cicl_verdict=skip; fi`, "fi"]
      : []),
    `cicl_start ${job.id} ${copy}`,
    ...history(job),
    ...skips,
    `cicl_run ${job.id} ${job.concurrency ? lockSeconds(plan) : job.timeoutMinutes * 60}`,
  ];
  const waits = plan.waits(job.id).map(endOf);
  const builder = buildsImagesOn(scope.event) && buildsImage ? ["images"] : [];
  emit(
    {
      id: `${job.id}/start`,
      image: pinnedImage(scope.options.images.tools, scope, job.origin),
      waitFor: [...(waits.length === 0 ? ["prepare"] : waits), ...builder],
      allowFailure: true,
      env: tests.flatMap((test) => test.env),
      script: script.join("\n"),
      origin: job.origin,
    },
    scope,
  );
}

/** The command that says whether what the job waits for lets it run. */
function admission(job: Job<"gated">, { plan, graph }: Scope): string {
  switch (job.runs) {
    case "always":
      return "cicl_verdict=run";
    case "on-failure": {
      const fallible = graph.ancestors(job.id).filter((id) => plan.has(id) && !graph.job(id).allowFailure);
      return ["cicl_admit_on_failure", ...fallible].join(" ");
    }
    case "on-success": {
      const need = ({ from, kind }: Edge): string => `${kind}${graph.job(from).allowFailure ? "?" : ""}:${from}`;
      return ["cicl_admit", ...plan.needs(job.id).map(need).map(shellWord)].join(" ");
    }
  }
}

/** Cloud Build fetches one commit; what lies before it is fetched where a job asks for it. */
function history(job: Job<"gated">): readonly string[] {
  if (!job.checkout || job.checkout.depth === 1) return [];
  if (job.checkout.depth > 0) return [`git fetch --quiet --depth=${job.checkout.depth} origin "$(git rev-parse HEAD)"`];
  return [`if [ "$(git rev-parse --is-shallow-repository)" != false ]; then git fetch --quiet --unshallow --tags; fi`];
}

function lowerWork(work: Work, number: number, previous: string, scope: JobScope): string {
  const { job } = scope;
  const id = `${job.id}/${number}-${work.name}`;
  for (const use of work.uses) traceNext(scope, use.node, use.feature, use.detail);
  const environment = bind(work.bindings, scope);
  const isBash = work.shell === "bash";
  const script = isBash ? ["#!/usr/bin/env bash", `${useLibrary} || exit 1`] : [useLibrary];
  if (work.guard !== undefined) script.push(`cicl_guard ${job.id} ${work.guard}`);
  script.push(`cicl_step ${job.id} ${number} ${work.runs}`);
  if (work.allowFailure) script.push("cicl_tolerant=yes");
  script.push(...environment.lines);
  if (work.folder !== "") script.push(`cd ${shellWord(work.folder)}`);
  script.push("(", isBash ? "set -euo pipefail" : "set -eu", work.script(environment), ") &");
  script.push(["cicl_finish", '"$!"', work.limitSeconds, ...work.outputs].join(" "));
  emit(
    {
      id,
      image: work.image,
      waitFor: [previous],
      allowFailure: true,
      env: environment.env,
      secretEnv: environment.secretEnv,
      script: script.join("\n"),
      origin: work.origin,
    },
    scope,
  );
  return id;
}

/** The job's last step also writes those outputs that are values; they are known whether the job succeeds or not. */
function lowerEnd(count: number, previous: string, scope: JobScope): void {
  const { job } = scope;
  const node = `job:${job.id}`;
  const values = job.outputs.flatMap((output, index) =>
    output.kind === "value"
      ? [{ name: `CICL_OUTPUT_${index + 1}`, key: output.name, value: output.value, origin: output.origin, node }]
      : [],
  );
  for (const { key } of values) traceNext(scope, node, "job.output", key);
  const environment = bind(values, scope);
  const writes = values.map(({ name, key }) => `cicl_put "$cicl/out/${job.id}/${key}" "$${name}"`);
  emit(
    {
      id: endOf(job.id),
      image: pinnedImage(scope.options.images.tools, scope, job.origin),
      waitFor: [previous],
      allowFailure: true,
      env: environment.env,
      script: [
        useLibrary,
        `if [ ! -f "$cicl/jobs/${job.id}/run" ]; then exit 0; fi`,
        ...environment.lines,
        ...writes,
        `cicl_end ${job.id} ${count}`,
      ].join("\n"),
      origin: job.origin,
    },
    scope,
  );
}
