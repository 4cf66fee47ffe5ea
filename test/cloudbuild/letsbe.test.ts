import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EventOf } from "@cicl/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { events } from "../random/build.ts";
import { type BuildResult, runBuild } from "./executor.ts";
import { substitutionsOf } from "./rendered.ts";

const letsbe = fileURLToPath(new URL("../../examples/letsbe/", import.meta.url));
const digest = `sha256:${"a".repeat(64)}`;

/** A job fails when the repository holds a file of its name in this folder; every tool looks for it. */
const seeded = 'if [ -e "$here/fail/$(basename "$here")" ]; then echo "seeded failure" >&2; exit 1; fi';

/** Stand-ins for what the images bring along. */
const tools: Readonly<Record<string, readonly string[]>> = {
  docker: [
    "here=$PWD report=",
    'for word in "$@"; do',
    '  case "$before" in -w | --workdir) here=$word ;; --report-path | --output-file) report=$word ;; esac',
    '  case "$word" in --sarif-output=*) report=${word#*=} ;; --workdir=*) here=${word#*=} ;; esac',
    "  before=$word",
    "done",
    seeded,
    'if [ -n "$report" ]; then echo "{}" > "$here/$report"; fi',
    'case "$*" in',
    `  *inspect*--format*) [ -f ~/pushed ] && echo ${digest} ;;`,
    "  *--push*) touch ~/pushed ;;",
    "esac",
  ],
  pnpm: [
    "here=$PWD",
    seeded,
    'case "$*" in *test:unit*) mkdir -p coverage; printf "LF:10\\nLH:9\\n" > coverage/lcov.info ;; esac',
  ],
  npx: ["here=$PWD", seeded],
  npm: ["exit 0"],
  shellcheck: ["here=$PWD", seeded],
  syft: ["here=$PWD", seeded, "echo {} > sbom.cdx.json", "echo {} > sbom.spdx.json"],
  cosign: ["here=$PWD", seeded, "cat > /dev/null"],
  gcloud: ["exit 0"],
  curl: ["here=$PWD", seeded],
  ssh: ["here=$PWD", seeded, 'echo "started $(cat)"'],
  git: ['case "$*" in *is-shallow*) echo false ;; *grep*) exit 1 ;; *log*) echo 0 ;; esac'],
};

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "letsbe-"));
  mkdirSync(join(root, "tools"));
  for (const [name, lines] of Object.entries(tools)) {
    writeFileSync(join(root, "tools", name), ["#!/bin/sh", ...lines, ""].join("\n"));
    chmodSync(join(root, "tools", name), 0o755);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Run = BuildResult & { readonly ended: (job: string) => string };

/** Runs the committed build of an event, on the sample's own files, with failures in some jobs. */
async function run(event: EventOf<"push"> | EventOf<"pull-request">, ...failing: readonly string[]): Promise<Run> {
  const source = mkdtempSync(join(root, "source-"));
  cpSync(letsbe, source, { recursive: true });
  mkdirSync(join(source, "fail"));
  for (const job of failing) writeFileSync(join(source, "fail", job), "");
  const text = readFileSync(join(letsbe, `cloudbuild/letsbe.${event.kind}.yaml`), "utf8");
  const names = [...text.matchAll(/versionName: "(.+)"/g)].map((match) => match[1] ?? "");
  const ended = new Map<string, string>();
  const result = await runBuild(text, {
    source,
    images: { "*": { commands: join(root, "tools") } },
    substitutions: substitutionsOf(event),
    secrets: Object.fromEntries(names.map((name) => [name, `value of ${name}`])),
    concurrency: 2,
    inspect: (workspace) => {
      for (const job of new Set([...text.matchAll(/id: "([a-z0-9-]+)\//g)].map((match) => match[1] ?? ""))) {
        const receipts = ["ok", "skip", "taint"].filter((name) => exists(join(workspace, ".cicl/jobs", job, name)));
        ended.set(job, receipts.join("+") || "failed");
      }
    },
  });
  return { ...result, ended: (job) => ended.get(job) ?? "absent" };
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

const services = ["hub", "safety-wrapper", "provisioner"];
const gates = ["secret-scan", "dependency-audit", "drift-check"];
const started = ({ steps }: BuildResult): number =>
  steps
    .flatMap(({ output }) => output.split("\n"))
    .filter((line) => /^started \S+ code\.letsbe\.solutions.*@sha256:/.test(line)).length;

describe("letsbe on Cloud Build", () => {
  test("a push to main passes everything and deploys every service", async () => {
    const result = await run(events.push);
    const jobs = ["unit-tests", "sast", "website-pricing", ...gates, "cicl-gate"];
    expect(jobs.map((job) => [job, result.ended(job)])).toEqual(jobs.map((job) => [job, "ok"]));
    expect(services.map((name) => result.ended(`${name}-dev`))).toEqual(["ok", "ok", "ok"]);
    expect(result.status).toBe("SUCCESS");
    expect(started(result)).toBe(3);
  }, 60_000);

  test("a pull request builds the images, and nothing of it signs or deploys", async () => {
    const result = await run(events["pull-request"]);
    expect(result.status).toBe("SUCCESS");
    expect(services.map((name) => result.ended(`${name}-image`))).toEqual(["ok", "ok", "ok"]);
    for (const name of services) {
      for (const job of [`${name}-signature`, `${name}-dev`]) expect(["skip", "absent"]).toContain(result.ended(job));
    }
    expect(started(result)).toBe(0);
  }, 60_000);

  for (const failing of [...gates, "hub-unit"]) {
    test(`a failure of ${failing} stops every image and deploy`, async () => {
      const result = await run(events.push, failing);
      expect(result.ended(failing)).toBe("failed");
      for (const name of services) {
        expect([result.ended(`${name}-image`), result.ended(`${name}-dev`)]).not.toContain("ok");
      }
      expect(result.ended("cicl-gate")).toBe("failed");
      expect([result.status, started(result)]).toEqual(["FAILURE", 0]);
    }, 60_000);
  }
});
