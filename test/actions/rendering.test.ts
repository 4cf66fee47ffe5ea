import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import type { Backend } from "@cicl/backend-kit";
import { type Expression, gateToken, type Job, type Pipeline, type Step } from "@cicl/model";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { synthesised } from "../features/target.ts";
import { bindingOf, gateOf, imageOf, jobOf, originOf, pipelineOf, triggers } from "../random/build.ts";

interface RenderedStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
}
interface RenderedJob {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly RenderedStep[];
}
interface Rendered {
  readonly codes: readonly string[];
  readonly on: Readonly<Record<string, { readonly paths?: readonly string[] } | null>>;
  readonly jobs: Readonly<Record<string, RenderedJob>>;
}

function render(backend: Backend, draft: Pipeline<"draft">): Rendered {
  const { files, diagnostics } = synthesised(backend, draft);
  const codes = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return { codes, ...(parse(files[0]?.text ?? "{on: {}, jobs: {}}") as Omit<Rendered, "codes">) };
}

const literal = (value: string): Expression => ({ kind: "literal", value });
const one = (overrides: Partial<Job<"draft">>): Pipeline<"draft"> => pipelineOf({ jobs: [jobOf("one", overrides)] });
const base = { origin: originOf("step"), runs: "on-success", allowFailure: false } as const;

for (const backend of [github, gitea]) {
  describe(`${backend.title}:`, () => {
    test("a job without working copy stands in no folder of the pipeline", () => {
      const draft = pipelineOf({
        source: "services/hub/pipeline.ts",
        required: [{ name: "all", origin: originOf("required"), jobs: ["one"] }],
        jobs: [jobOf("one"), jobOf("two", { checkout: false })],
      });
      const { jobs } = render(backend, draft);
      const folders = (id: string) => jobs[id]?.steps.map((step) => step["working-directory"]);
      expect(folders("one")?.at(-1)).toBe("services/hub");
      expect(folders("two")).toEqual([undefined]);
      expect(folders("cicl-gate")).toEqual([undefined]);
    });

    test("text that looks like an expression stays text where values stand, and is refused elsewhere", () => {
      const opening = "${{ github.token }}";
      const { jobs, codes } = render(
        backend,
        one({ env: [bindingOf("A", literal(`${opening}' || toJSON(secrets)`))] }),
      );
      expect(codes).toEqual([]);
      expect(jobs.one?.env?.A).toBe("${{ '$' }}{{ github.token }}' || toJSON(secrets)");
      const upload: Step = { ...base, kind: "upload", artifact: "a", paths: [opening], ifMissing: "fail" };
      const matrix = { origin: originOf("matrix"), include: [], exclude: [], failFast: false };
      expect(render(backend, one({ steps: [upload] })).codes).toEqual(["CICL3005"]);
      const vectors = [{ key: "x", values: [opening] }];
      expect(render(backend, one({ matrix: { ...matrix, vectors } })).codes).toEqual(["CICL3005"]);
      expect(render(backend, one({ runner: { os: "linux", arch: "x64", labels: [opening] } })).codes).toEqual([
        "CICL3005",
      ]);
    });

    test("arguments of a container are quoted as both engines split them", () => {
      const container = (...args: readonly string[]): Step => ({
        ...base,
        kind: "container",
        image: "a:1",
        args,
        env: [],
      });
      const { jobs } = render(backend, one({ steps: [container("sh", "-c", 'echo "hello world"', "", "it's")] }));
      expect(jobs.one?.steps.at(-1)?.with?.args).toBe('sh -c "echo \\"hello world\\"" "" "it\'s"');
      expect(render(backend, one({ steps: [container("a\\b")] })).codes).toEqual(["CICL5001"]);
    });

    test("a build argument can't take the place of what the script itself reads", () => {
      const image = imageOf("app");
      const [step] = image.steps;
      if (step?.kind !== "image") throw new Error("An image job holds an image step.");
      const buildArgs = [bindingOf("IMAGE_REPOSITORY", literal("evil/x")), bindingOf("my-arg", literal("1"))];
      const { jobs } = render(backend, pipelineOf({ jobs: [{ ...image, steps: [{ ...step, buildArgs }] }] }));
      const push = jobs.app?.steps.at(-1);
      expect(push?.env).toMatchObject({ IMAGE_REPOSITORY: "registry.example.com/app", BUILD_ARG_1: "evil/x" });
      expect(push?.run).toContain('--build-arg "my-arg=$BUILD_ARG_2"');
    });

    test("variables of the pipeline reach ordinary jobs and no gate", () => {
      const draft = pipelineOf({
        env: [bindingOf("PATH", literal("./bin")), bindingOf("A", literal("1"))],
        jobs: [jobOf("one", { env: [bindingOf("A", literal("2"))] }), gateOf("scan")],
      });
      const { jobs } = render(backend, draft);
      expect(jobs.one?.env).toEqual({ PATH: "./bin", A: "2" });
      expect(jobs.scan?.env).toBeUndefined();
      expect(jobs["cicl-gate"]?.env).toBeUndefined();
      expect(Object.keys(jobs.scan?.steps[1]?.env ?? {})).not.toContain(gateToken);
    });

    test("variables of a pipeline of gates alone are no one's, and nothing is lost", () => {
      const draft = pipelineOf({ env: [bindingOf("A", literal("1"))], jobs: [gateOf("scan")] });
      const { jobs, codes } = render(backend, draft);
      expect(codes).toEqual([]);
      expect(jobs.scan?.env).toBeUndefined();
    });

    test("paths of triggers are relative to the pipeline's folder", () => {
      const paths = { include: ["src/**"], exclude: ["src/**/*.md"] };
      const draft = pipelineOf({
        source: "services/hub/pipeline.ts",
        triggers: [{ ...triggers.push, paths }],
        jobs: [jobOf("one")],
      });
      expect(render(backend, draft).on.push?.paths).toEqual(["services/hub/src/**", "!services/hub/src/**/*.md"]);
    });

    test("a pattern that the engine reads in its own way is refused", () => {
      for (const glob of ["v?", "c++", "v[0-9]"]) {
        const draft = pipelineOf({ triggers: [{ ...triggers.push, branches: [glob] }], jobs: [jobOf("one")] });
        expect(render(backend, draft).codes, glob).toEqual(["CICL5001"]);
      }
    });

    test("two triggers of one kind that can't be mixed are refused", () => {
      const paths = { include: ["src/**"], exclude: [] };
      const twice = [triggers.push, { ...triggers.push, paths }];
      expect(render(backend, pipelineOf({ triggers: twice, jobs: [jobOf("one")] })).codes).toEqual(["CICL5001"]);
    });
  });
}

test("a machine that Gitea couldn't tell from another is refused", () => {
  const windows = one({ runner: { os: "windows", arch: "x64", labels: [] } });
  expect(render(gitea, windows).codes).toEqual(["CICL5001"]);
  expect(render(gitea, one({ runner: { os: "windows", arch: "x64", labels: ["windows"] } })).codes).toEqual([]);
  expect(render(github, windows).codes).toEqual([]);
});

test("legs that a matrix includes are added, not mixed into others", () => {
  const matrix = {
    origin: originOf("matrix"),
    vectors: [{ key: "node", values: [20, 22] }],
    include: [{ node: 22, extra: true }],
    exclude: [],
    failFast: false,
  };
  const { jobs } = render(github, one({ matrix }));
  expect((jobs.one as unknown as { strategy: { matrix: unknown } }).strategy.matrix).toEqual({
    include: [{ node: 20 }, { node: 22 }, { node: 22, extra: true }],
  });
});
