import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printYaml, yaml } from "@cicl/backend-kit";
import { brand, type Job, type Output, type Step } from "@cicl/model";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bindingOf, events, jobOf, originOf, outputOf, pipelineOf, scriptOf } from "../random/build.ts";
import { type BuildResult, runBuild } from "./executor.ts";
import { buildOn, render, substitutionsOf } from "./rendered.ts";

/** How many strings go each way; there are four. */
const count = 25_000;
/** So many travel alone, with their own beginnings and ends; the others in groups, to save processes. */
const alone = 300;
const groupSize = 20;

/** Whatever a reader of YAML, a shell or Cloud Build could take for its own; and any other character but NUL. */
const awkward = [
  ..."$${}()'\"`\\\n\r\t =<>|&;*?[]!~#%:-_,.@aZ09é💥\u0085\u2028\ufeff",
  "$_A",
  "$HOME",
  "$$",
  "${",
  "$(",
  "<<",
  ": ",
  " #",
];
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((one) => one !== "\0") },
);
const seed = Date.now() % 1_000_000;

/** Random strings as they travel: each alone, or in groups. */
function parcels(way: number): readonly string[] {
  const strings = fc.sample(fc.string({ unit: character, maxLength: 12 }), { numRuns: count, seed: seed + way });
  const grouped = strings.slice(alone);
  const groups = Array.from({ length: Math.ceil(grouped.length / groupSize) }, (_, index) =>
    grouped.slice(index * groupSize, (index + 1) * groupSize).join("\u0001"),
  );
  return [...strings.slice(0, alone), ...groups];
}

/** Cuts a list into pieces of at most so many texts and, as `lengthOf` counts, so many characters. */
function pieces(texts: readonly string[], most: number, longest: number, lengthOf: (text: string) => number) {
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

/** A text as a word of the shell. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const print = (names: readonly string[]): string => `printf '%s\\0' ${names.map((name) => `"$${name}"`).join(" ")}`;

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "strings-"));
  mkdirSync(join(root, "source"));
  mkdirSync(join(root, "docker"));
  const docker = '#!/bin/sh\nwhile ! [ "${1%@sha256:*}" = printer:1 ]; do shift; done\nshift\nprintf "%s\\0" "$@"\n';
  writeFileSync(join(root, "docker", "docker"), docker);
  chmodSync(join(root, "docker", "docker"), 0o755);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Renders and runs a pipeline of these jobs, from the folder of sources. */
async function run(...jobs: readonly Job<"draft">[]): Promise<BuildResult> {
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

/** What the steps of a job printed. */
function printed({ steps }: BuildResult, job: string): readonly string[] {
  const own = steps.filter(({ id }) => id.startsWith(`${job}/`));
  expect(own.every(({ status }) => status === "SUCCESS")).toBe(true);
  return own.flatMap(({ output }) => output.split("\0").slice(0, -1));
}

/** Jobs that share the steps, since a build takes its steps one by one within a job. */
function jobs(name: string, steps: readonly Step[]): readonly Job<"draft">[] {
  const half = Math.ceil(steps.length / 2);
  return [steps.slice(0, half), steps.slice(half)].map((part, index) => jobOf(`${name}${index}`, { steps: part }));
}

function printedBy(result: BuildResult, name: string): readonly string[] {
  return [...printed(result, `${name}0`), ...printed(result, `${name}1`)];
}

test(`${count} random strings pass through variables`, async () => {
  const texts = parcels(1);
  const steps = pieces(texts, 80, 50_000, (text) => text.length).map((values) => {
    const names = values.map((_, index) => `V${index}`);
    const env = values.map((value, index) => bindingOf(`V${index}`, { kind: "literal", value }));
    return scriptOf(print(names), { env });
  });
  expect(printedBy(await run(...jobs("env", steps)), "env"), `seed ${seed}`).toEqual(texts);
}, 60_000);

test(`${count} random strings pass through arguments`, async () => {
  const texts = parcels(2);
  const steps = pieces(texts, 80, 7000, (text) => word(text).length + 1).map(
    (args): Step => ({
      kind: "container",
      origin: originOf("container"),
      runs: "on-success",
      allowFailure: false,
      image: "printer:1",
      args,
      env: [],
    }),
  );
  expect(printedBy(await run(...jobs("args", steps)), "args"), `seed ${seed}`).toEqual(texts);
}, 60_000);

test(`${count} random strings pass through scripts`, async () => {
  const texts = parcels(3);
  const steps = pieces(texts, 1000, 8000, (text) => word(text).length + 1).map((words) =>
    scriptOf(`printf '%s\\0' ${words.map(word).join(" ")}`),
  );
  expect(printedBy(await run(...jobs("script", steps)), "script"), `seed ${seed}`).toEqual(texts);
}, 60_000);

test(`${count} random strings pass from one job to another as outputs`, async () => {
  const texts = parcels(4);
  const parts = pieces(texts, 80, 50_000, (text) => text.length);
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
  const writer = jobOf("writer", {
    steps: parts.map((_, step) => scriptOf(`cat outputs-${step} >> "$CICL_OUTPUT"`)),
    outputs,
  });
  const reading = parts.map((part, step) => {
    const env = part.map((_, index) => bindingOf(`V${index}`, outputOf("writer", name(step, index))));
    return scriptOf(print(env.map((binding) => binding.name)), { env });
  });
  const readers = jobs("reader", reading).map((job) => ({ ...job, needs: ["writer"] }));
  expect(printedBy(await run(writer, ...readers), "reader"), `seed ${seed}`).toEqual(texts);
}, 60_000);

test("random strings pass through the arguments and variables of a step as Cloud Build substitutes them", async () => {
  const texts = parcels(5).slice(0, 1500);
  const doubled = (text: string): string => text.replaceAll("$", "$$$$");
  const steps = pieces(texts, 90, 50_000, (text) => text.length).map((part, index) => ({
    id: `s${index}`,
    name: "any",
    waitFor: ["-"],
    env: part.map((text, at) => `V${at}=${doubled(text)}`),
    args: [
      "sh",
      "-c",
      doubled(`printf '%s\\0' "$@" ${part.map((_, at) => `"$V${at}"`).join(" ")}`),
      "sh",
      ...part.map(doubled),
    ],
  }));
  const tree = yaml({ steps });
  if (tree.kind !== "map") throw new Error("A build is a map.");
  const result = await runBuild(printYaml(tree, { header: [] }).text, { images: { "*": {} }, concurrency: 2 });
  const expected = steps.flatMap((_, index) =>
    Array.from({ length: 2 }, () => texts.slice(index * 90, (index + 1) * 90)).flat(),
  );
  expect(
    result.steps.flatMap(({ output }) => output.split("\0").slice(0, -1)),
    `seed ${seed}`,
  ).toEqual(expected);
}, 60_000);
