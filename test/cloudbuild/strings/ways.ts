import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brand, type Job, type Output, type Step } from "@cicl/model";
import { bindingOf, events, jobOf, originOf, outputOf, pipelineOf, scriptOf } from "../../random/build.ts";
import { type BuildResult, runBuild } from "../executor.ts";
import { buildOn, render, substitutionsOf } from "../rendered.ts";

/**
 * A way through a build, walked in a folder of its own.
 * @returns each text as it arrived, in order
 * @throws when the build can't be rendered, is refused, or fails
 */
export type Way = (texts: readonly string[], root: string) => Promise<readonly string[]>;

/** Makes the folder that ways need, uses it, removes it. */
export async function inFolder<T>(use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "strings-"));
  try {
    mkdirSync(join(root, "source"));
    mkdirSync(join(root, "docker"));
    const docker = '#!/bin/sh\nwhile ! [ "${1%@sha256:*}" = printer:1 ]; do shift; done\nshift\nprintf "%s\\0" "$@"\n';
    writeFileSync(join(root, "docker", "docker"), docker);
    chmodSync(join(root, "docker", "docker"), 0o755);
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Cuts a list into pieces of at most so many texts and, as `lengthOf` counts, so many characters. */
export function pieces(texts: readonly string[], most: number, longest: number, lengthOf = wide): readonly string[][] {
  const all: string[][] = [[]];
  let length = 0;
  for (const text of texts) {
    length += lengthOf(text);
    if (length > longest || (all.at(-1)?.length ?? 0) >= most) {
      all.push([]);
      length = lengthOf(text);
    }
    all.at(-1)?.push(text);
  }
  return all;
}

const wide = (text: string): number => text.length;
/** A text as a word of the shell. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const wordWide = (text: string): number => word(text).length + 1;
const print = (names: readonly string[]): string => `printf '%s\\0' ${names.map((name) => `"$${name}"`).join(" ")}`;

/** Renders and runs a pipeline of these jobs, from the folder of sources. */
async function run(root: string, jobs: readonly Job<"draft">[]): Promise<BuildResult> {
  const draft = pipelineOf({ jobs });
  const gated = draft.jobs.map((job) => ({
    ...job,
    edges: (job.needs ?? []).map((from) => ({ from, kind: "explicit" }) as const),
    timeoutMinutes: 60,
  }));
  const pipeline = brand<"gated">({ ...draft, phase: "gated", jobs: gated });
  const files = render(pipeline);
  if (!files) throw new Error("The pipeline isn't rendered.");
  return runBuild(buildOn(events.push, pipeline, files), {
    source: join(root, "source"),
    concurrency: 2,
    images: { "*": {}, docker: { commands: join(root, "docker") } },
    substitutions: substitutionsOf(events.push),
  });
}

/** What two jobs print that share the steps, since a build takes its steps one by one within a job. */
async function printed(root: string, steps: readonly Step[], writer?: Job<"draft">): Promise<readonly string[]> {
  const half = Math.ceil(steps.length / 2);
  const needs = writer ? { needs: [writer.id] } : {};
  const readers = [steps.slice(0, half), steps.slice(half)].flatMap((part, index) =>
    part.length === 0 ? [] : [jobOf(`reader${index}`, { steps: part, ...needs })],
  );
  const result = await run(root, writer ? [writer, ...readers] : readers);
  const failed = result.steps.find(({ status }) => status !== "SUCCESS");
  if (failed) throw new Error(`${failed.id} ended as ${failed.status}: ${failed.output}`);
  return readers.flatMap(({ id }) =>
    result.steps
      .filter((step) => step.id.startsWith(`${id}/`))
      .flatMap(({ output }) => output.split("\0").slice(0, -1)),
  );
}

const env: Way = (texts, root) =>
  printed(
    root,
    pieces(texts, 80, 50_000).map((values) => {
      const bindings = values.map((value, index) => bindingOf(`V${index}`, { kind: "literal", value }));
      return scriptOf(print(bindings.map(({ name }) => name)), { env: bindings });
    }),
  );

const args: Way = (texts, root) => {
  const container = (part: readonly string[]): Step => ({
    kind: "container",
    origin: originOf("container"),
    runs: "on-success",
    allowFailure: false,
    image: "printer:1",
    args: part,
    env: [],
  });
  return printed(root, pieces(texts, 80, 9000, wordWide).map(container));
};

const script: Way = (texts, root) =>
  printed(
    root,
    pieces(texts, 1000, 9000, wordWide).map((part) => scriptOf(`printf '%s\\0' ${part.map(word).join(" ")}`)),
  );

const output: Way = (texts, root) => {
  const parts = pieces(texts, 80, 50_000);
  const name = (step: number, index: number) => `o${step}_${index}`;
  for (const [step, part] of parts.entries()) {
    const written = part.map((text, index) => {
      const key = name(step, index);
      return text.includes("\n") ? `${key}<<END_OF_TEXT\n${text}\nEND_OF_TEXT\n` : `${key}=${text}\n`;
    });
    writeFileSync(join(root, "source", `outputs-${step}`), written.join(""));
  }
  const outputs: readonly Output[] = parts.flatMap((part, step) =>
    part.map((_, index): Output => ({ kind: "step", name: name(step, index), origin: originOf("outputs"), step })),
  );
  const steps = parts.map((_, step) => scriptOf(`cat outputs-${step} >> "$CICL_OUTPUT"`));
  const reading = parts.map((part, step) => {
    const bindings = part.map((_, index) => bindingOf(`V${index}`, outputOf("writer", name(step, index))));
    return scriptOf(print(bindings.map((binding) => binding.name)), { env: bindings });
  });
  return printed(root, reading, jobOf("writer", { steps, outputs }));
};

/** From a pipeline to the process that it starts. */
export const ways = { variables: env, arguments: args, scripts: script, outputs: output };
