import { type Diagnostic, didYouMean, error, type Origin } from "@cicl/diagnostics";
import { type Job, stepsOf, topologicalOrder } from "@cicl/model";
import type { Check } from "./check.ts";
import { type Read, readsOf } from "./reads.ts";

/** Every need, output and artifact that a job names must exist. */
export const references: Check = ({ jobs }) => {
  const byId = new Map<string, Job>(jobs.map((job) => [job.id, job]));
  const unknown = (name: string, origin: Origin): Diagnostic =>
    error(
      "CICL2005",
      {
        what: `There is no job "${name}" in this pipeline.`,
        why: "A job can wait only for jobs that run in the same pipeline.",
        fix: `${didYouMean(name, byId.keys())}Add the job to a stage of this pipeline, or remove what refers to it.`,
      },
      { origin },
    );
  return jobs.flatMap((job) => {
    const needs = (job.needs ?? []).filter((need) => !byId.has(need)).map((need) => unknown(need, job.origin));
    const reads = readsOf(job).flatMap((read) => {
      const from = byId.get(read.job);
      return from ? problemOf[read.kind](read, from) : [unknown(read.job, read.origin)];
    });
    return [...needs, ...reads];
  });
};

const problemOf = {
  result: () => [],
  output: (read, from) => {
    const names = from.outputs.map((output) => output.name);
    if (names.includes(read.name)) return [];
    return [
      error(
        "CICL2008",
        {
          what: `The job "${from.id}" declares no output "${read.name}".`,
          why: "Reading it would always give nothing.",
          fix: `${didYouMean(read.name, names)}Declare the output on "${from.id}".`,
        },
        { origin: read.origin, related: [{ message: `"${from.id}" is declared here.`, origin: from.origin }] },
      ),
    ];
  },
  artifact: (read, from) => {
    const names = stepsOf(from).flatMap(({ step }) => (step.kind === "upload" ? [step.artifact] : []));
    if (names.includes(read.name)) return [];
    return [
      error(
        "CICL2016",
        {
          what: `The job "${from.id}" uploads no artifact "${read.name}".`,
          why: "The download would fail in every run.",
          fix: `${didYouMean(read.name, names)}Upload the artifact in "${from.id}".`,
        },
        { origin: read.origin, related: [{ message: `"${from.id}" is declared here.`, origin: from.origin }] },
      ),
    ];
  },
} satisfies Record<Read["kind"], (read: Read, from: Job) => readonly Diagnostic[]>;

/** No job may wait for itself, through whatever edges. */
export const cycles: Check = ({ jobs }) => {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const needs = (id: string): readonly string[] => byId.get(id)?.edges.map((edge) => edge.from) ?? [];
  const { cycle } = topologicalOrder([...byId.keys()], needs);
  if (!cycle) return [];
  const members = cycle.flatMap((id) => byId.get(id) ?? []);
  const steps = members.map(({ id, edges }, index) => {
    const next = cycle[(index + 1) % cycle.length] ?? id;
    const kind = edges.find((edge) => edge.from === next)?.kind;
    return `"${id}" waits for "${next}" (${kind === "order" ? "by the order of the stages" : "by a need or a value"})`;
  });
  const [first] = members;
  return [
    error(
      "CICL2006",
      {
        what: `These jobs wait for each other: ${steps.join(", ")}.`,
        why: "None of them could ever start.",
        fix: "Remove one of the needs or values, or move a job to another stage.",
      },
      {
        ...(first ? { origin: first.origin } : {}),
        related: members.slice(1).map(({ id, origin }) => ({ message: `"${id}" is part of the cycle.`, origin })),
      },
    ),
  ];
};
