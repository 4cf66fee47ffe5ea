import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Event, interpret, normalise } from "@cicl/core";
import { aggregateId, brand, type Pipeline } from "@cicl/model";
import { applyPolicy, baseline } from "@cicl/policy";
import { draftOf } from "@cicl/sdk";
import { catalogue } from "@cicl/stages";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import letsbe from "../../examples/letsbe/pipeline.ts";
import { playWorkflow } from "../engine/actions.ts";
import { officialComplaints } from "../github/official.ts";
import { events } from "../random/build.ts";

const folder = fileURLToPath(new URL("../../examples/letsbe/", import.meta.url));
const bin = fileURLToPath(new URL("../../cli/bin/cicl.cjs", import.meta.url));
const gates = ["secret-scan", "dependency-audit", "drift-check"];
const engines = [".gitea", ".github"] as const;

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function workflow(engine: string, name: string): Workflow {
  return parse(read(`${engine}/workflows/${name}.yml`)) as Workflow;
}

function cicl(cwd: string, ...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, [bin, ...args, "--cwd", cwd], { encoding: "utf8", env });
  return { code: status, out: stdout };
}

/** A copy of the sample that a test may change. */
function copy(): string {
  const target = mkdtempSync(join(tmpdir(), "cicl-letsbe-"));
  cpSync(folder, target, { recursive: true });
  return target;
}

describe("the committed files", () => {
  test("are current", () => {
    expect(cicl(folder, "check").code).toBe(0);
  });

  for (const path of [".gitea/workflows/letsbe.yml", ".github/workflows/pr-checks.yml", "cicl.lock"]) {
    test(`are found out when a byte of ${path} changes`, () => {
      const changed = copy();
      const text = readFileSync(join(changed, path), "utf8");
      // The first digit of a pinned commit, which all of these files hold.
      const at = text.indexOf("3d3c42e5");
      expect(at).toBeGreaterThan(0);
      writeFileSync(join(changed, path), `${text.slice(0, at)}4${text.slice(at + 1)}`);
      const { code, out } = cicl(changed, "check");
      expect(code).toBe(1);
      expect(out).toContain("3d3c42e5");
    });
  }

  test("are found out when pipeline.ts changes", () => {
    const changed = copy();
    const source = readFileSync(join(changed, "pipeline.ts"), "utf8");
    writeFileSync(join(changed, "pipeline.ts"), source.replace("hotfix/**", "fix/**"));
    const { code, out } = cicl(changed, "check");
    expect(code).toBe(1);
    expect(out).toContain("-      - hotfix/**");
    expect(out).toContain("+      - fix/**");
  });

  for (const name of ["letsbe", "pr-checks"]) {
    test(`GitHub's parser and editor service find nothing in ${name}`, async () => {
      expect(await officialComplaints(`${name}.yml`, read(`.github/workflows/${name}.yml`))).toEqual([]);
    });
  }
});

describe("the table of requirements", () => {
  const rows = read("README.md")
    .split("\n")
    .filter((line) => /^\| L\d+ /.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));

  test("has every row", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(([, id]) => id))).toEqual(new Set(["L3", "L4", "L7", "L8"]));
  });

  for (const [, id, requirement, place = "", rendered = ""] of rows) {
    test(`${id} ${requirement}: the line and the jobs are there`, () => {
      const [, file = "", line = "", snippet = ""] = /^`(.+):(\d+)` `(.+)`$/.exec(place) ?? [];
      expect(read(file).split("\n")[Number(line) - 1]).toContain(snippet);
      const jobs = [...rendered.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
      expect(jobs.length).toBeGreaterThan(0);
      for (const engine of engines) {
        const { jobs: all } = workflow(engine, file === "pr-checks.pipeline.ts" ? "pr-checks" : "letsbe");
        expect(Object.keys(all)).toEqual(expect.arrayContaining(jobs));
      }
      const builds = readdirSync(join(folder, "cloudbuild")).filter((name) => name.endsWith(".yaml"));
      const steps = builds.map((name) => read(`cloudbuild/${name}`)).join("\n");
      for (const job of jobs) expect(steps).toContain(`id: "${job}/`);
    });
  }
});

test("pr-checks has the trigger, the job ids and the run lines of the skeleton", () => {
  const lines = {
    "lint-test": ["pnpm install --frozen-lockfile", "pnpm lint && pnpm typecheck", "pnpm test:unit"],
    "security-policy": [
      "pnpm test:security-invariants",
      "./scripts/ci/check-banned-references.sh",
      "./scripts/ci/check-no-plaintext-secrets.sh",
    ],
  };
  for (const engine of engines) {
    const { on, jobs } = workflow(engine, "pr-checks");
    expect(Object.keys(on)).toEqual(["pull_request"]);
    for (const [id, wanted] of Object.entries(lines)) {
      const scripts = (jobs[id]?.steps ?? []).flatMap((step) => step.run?.split("\n") ?? []);
      expect(scripts).toEqual(expect.arrayContaining(wanted));
    }
  }
});

describe("a run", () => {
  const draft = brand<"draft">({ ...draftOf(letsbe), source: "pipeline.ts" });
  const normal = normalise(draft).pipeline;
  if (!normal) throw new Error("The sample doesn't normalise.");
  const facts = { lockfiles: ["pnpm-lock.yaml"], dockerfiles: [] };
  const gated = applyPolicy(normal, { policy: baseline(), catalogue, facts, version: "0.1" }).pipeline;
  if (!gated) throw new Error("The sample can't be gated.");
  const pipeline: Pipeline<"gated"> = gated;
  const deploys = pipeline.jobs.filter((job) => job.role === "deploy").map((job) => job.id);
  const required = pipeline.required.flatMap((set) => set.jobs);

  const runs: readonly (readonly [string, Event])[] = [
    ["a pull request", events["pull-request"]],
    ["a push to main", events.push],
    ["a push to a hotfix branch", { ...events.push, branch: "hotfix/1" }],
    ["a release tag", { ...events.tag, tag: "hub/v1.2.3" }],
  ];
  for (const [title, event] of runs) {
    for (const engine of engines) {
      test(`${title} on ${engine.slice(1)} does what the interpreter says, whichever job fails`, () => {
        const text = read(`${engine}/workflows/letsbe.yml`);
        for (const failing of [undefined, ...pipeline.jobs.map((job) => job.id)]) {
          const run = { event, outcomes: failing === undefined ? {} : { [failing]: { result: "failure" } as const } };
          const played = playWorkflow(text, pipeline, run);
          const { jobs } = interpret(pipeline, run);
          const ends = Object.fromEntries([...played].map(([id, job]) => [id, job.ended]));
          expect(ends, `with ${failing} failing`).toEqual(
            Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job.result])),
          );
        }
      });
    }
  }

  test("of main deploys every service to dev, and nothing else deploys", () => {
    const deployed = (event: Event): readonly string[] => {
      const { jobs } = interpret(pipeline, { event, outcomes: {} });
      return deploys.filter((id) => jobs[id]?.result === "success");
    };
    expect(deploys.length).toBe(3);
    expect(deployed(events.push)).toEqual(deploys);
    for (const [, event] of runs.filter(([, candidate]) => candidate !== events.push))
      expect(deployed(event)).toEqual([]);
  });

  test("in which a gate or a required job fails deploys nothing, and cicl-gate says so", () => {
    expect(required.length).toBe(22);
    for (const failing of [...gates, ...required]) {
      const { jobs } = interpret(pipeline, { event: events.push, outcomes: { [failing]: { result: "failure" } } });
      expect(deploys.map((id) => jobs[id]?.result)).toEqual(["skipped", "skipped", "skipped"]);
      expect(jobs[aggregateId]?.result).toBe("failure");
    }
  });

  test("of a pull request shows no secret of an environment, and none at all from a fork", () => {
    const seen = (fork: boolean): readonly string[] => {
      const event = { ...events["pull-request"], fork };
      return Object.values(interpret(pipeline, { event, outcomes: {} }).jobs).flatMap((job) => job.secrets);
    };
    expect(seen(false).filter((name) => name.startsWith("dev/"))).toEqual([]);
    expect(seen(true)).toEqual([]);
  });
});
