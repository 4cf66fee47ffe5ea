import type { Environment } from "@cicl/model";
import { expect, test } from "vitest";
import { complete, job, origin, pipelineOf, pullRequest, push, rendered, script, tag } from "./pipeline.fixture.ts";

const secretToken = { name: "TOKEN", value: { kind: "secret", name: "TOKEN" }, origin } as const;
const onMain = { kind: "branch", pattern: "main" } as const;

test("a pipeline of one event has one build, one of several has one for each", () => {
  expect(rendered(pipelineOf([job("one")])).paths).toEqual(["cloudbuild/hub.yaml", "cloudbuild/triggers/hub.yaml"]);
  expect(rendered(pipelineOf([job("one")], { triggers: [push, tag, pullRequest] })).paths).toEqual([
    "cloudbuild/hub.push.yaml",
    "cloudbuild/hub.tag.yaml",
    "cloudbuild/hub.pull-request.yaml",
    "cloudbuild/triggers/hub.push.yaml",
    "cloudbuild/triggers/hub.tag.yaml",
    "cloudbuild/triggers/hub.pull-request.yaml",
  ]);
});

test("each job is a chain of steps behind the chains of what it waits for", () => {
  const steps = rendered(pipelineOf([job("one"), job("two", { edges: [{ from: "one", kind: "explicit" }] })])).steps(
    "cloudbuild/hub.yaml",
  );
  expect(steps.map(({ id, waitFor }) => [id, waitFor])).toEqual([
    ["prepare", ["-"]],
    ["one/start", ["prepare"]],
    ["one/1-script", ["one/start"]],
    ["one/end", ["one/1-script"]],
    ["two/start", ["one/end"]],
    ["two/1-script", ["two/start"]],
    ["two/end", ["two/1-script"]],
    ["verdict", ["prepare", "one/end", "two/end"]],
  ]);
  expect(steps[4]?.script).toContain("cicl_admit explicit:one");
});

test("a job that an event excludes isn't in its build, nor what needs it by name", () => {
  const files = rendered(
    pipelineOf(
      [
        job("check"),
        job("ship", { when: onMain, edges: [{ from: "check", kind: "order" }] }),
        job("tell", { edges: [{ from: "ship", kind: "explicit" }] }),
        job("after", { edges: [{ from: "ship", kind: "order" }] }),
      ],
      { triggers: [push, pullRequest] },
    ),
  );
  const jobs = (path: string): readonly string[] =>
    files.steps(path).flatMap(({ id }) => (id.endsWith("/start") ? [id.slice(0, -6)] : []));
  expect(jobs("cloudbuild/hub.push.yaml")).toEqual(["check", "ship", "tell", "after"]);
  expect(jobs("cloudbuild/hub.pull-request.yaml")).toEqual(["check", "after"]);
  const after = files.steps("cloudbuild/hub.pull-request.yaml").find(({ id }) => id === "after/start");
  // What would have tainted the job between taints the one behind it.
  expect(after?.script).toContain("cicl_admit order:check");
});

test("a secret is asked for by the step that reads it, at its version", () => {
  const files = rendered(pipelineOf([job("one", { env: [secretToken] })]), { ...complete, secrets: { TOKEN: "3" } });
  expect(files.file("cloudbuild/hub.yaml")).toMatchObject({
    availableSecrets: {
      secretManager: [{ versionName: "projects/example/secrets/TOKEN/versions/3", env: "CICL_SECRET_TOKEN" }],
    },
  });
  const step = files.steps("cloudbuild/hub.yaml").find(({ id }) => id === "one/1-script");
  expect(step?.secretEnv).toEqual(["CICL_SECRET_TOKEN"]);
  expect(step?.script).toContain('export TOKEN="$CICL_SECRET_TOKEN"');
  expect(files.errors).toEqual([]);
});

test("a secret without a version is an error", () => {
  expect(rendered(pipelineOf([job("one", { env: [secretToken] })])).errors).toEqual([
    "CICL5006 The options of cloudbuild don't name the version of the secret TOKEN.",
  ]);
});

test("no build of a pull request has a secret", () => {
  const read = job("one", { env: [secretToken] });
  const options = { ...complete, secrets: { TOKEN: "3" } };
  expect(rendered(pipelineOf([read], { triggers: [push, pullRequest] }), options).errors).toEqual([
    "CICL5001 The secret TOKEN is read on pull requests, whose builds on Cloud Build have no secrets.",
  ]);
  const excluded = pipelineOf([job("other"), { ...read, when: onMain }], { triggers: [push, pullRequest] });
  expect(rendered(excluded, options).errors).toEqual([]);
  expect(rendered(excluded, options).file("cloudbuild/hub.pull-request.yaml")).not.toHaveProperty("availableSecrets");
});

test("each kind of event runs as its own account", () => {
  const files = rendered(pipelineOf([job("one")], { triggers: [push, pullRequest] }));
  const accounts = files.paths.map((path) => (files.file(path) as { readonly serviceAccount: string }).serviceAccount);
  expect(accounts).toEqual([
    "projects/example/serviceAccounts/ci@example.com",
    "projects/example/serviceAccounts/proposals@example.com",
    "projects/example/serviceAccounts/ci@example.com",
    "projects/example/serviceAccounts/proposals@example.com",
  ]);
});

test("what the options lack is an error, not an empty text", () => {
  const { errors } = rendered(pipelineOf([job("one")]), {});
  expect(errors.map((message) => message.slice(0, 8))).toEqual(["CICL5006", "CICL5006", "CICL5006"]);
});

test("a dollar of the pipeline's own is doubled where Cloud Build substitutes", () => {
  const value = {
    kind: "template",
    parts: [
      { kind: "literal", value: "$HOME-" },
      { kind: "context", name: "commit.sha" },
    ],
  } as const;
  const step = rendered(pipelineOf([job("one", { env: [{ name: "LABEL", value, origin }] })]))
    .steps("cloudbuild/hub.yaml")
    .find(({ id }) => id === "one/1-script");
  expect(step?.env).toEqual(["LABEL=$$HOME-${COMMIT_SHA}"]);
});

test("a fact that Cloud Build lacks is refused, but not where it is empty anyway", () => {
  const title = { name: "TITLE", value: { kind: "context", name: "pr.title" }, origin } as const;
  const one = job("one", { env: [title] });
  expect(rendered(pipelineOf([one])).errors).toEqual([]);
  expect(rendered(pipelineOf([one], { triggers: [pullRequest] })).errors).toEqual([
    "CICL5001 Cloud Build doesn't know pr.title.",
  ]);
});

test("jobs on different machines are refused", () => {
  const on = (label: string) => ({ runner: { os: "linux", arch: "x64", labels: [label] } }) as const;
  const pool = "projects/example/locations/europe-west3/workerPools/big";
  const two = pipelineOf([job("one", on("small")), job("two", on("big"))]);
  expect(rendered(two, { ...complete, pools: { small: "default", big: pool } }).errors).toHaveLength(1);
  const same = rendered(two, { ...complete, pools: { small: pool, big: pool } });
  expect(same.errors).toEqual([]);
  expect(same.file("cloudbuild/hub.yaml")).toMatchObject({ options: { pool: { name: pool } } });
  expect(rendered(two).errors.map((message) => message.slice(0, 8))).toEqual(["CICL5006", "CICL5006"]);
});

test("a deploy above development is refused", () => {
  const production: Environment = { name: "production", origin, tier: "production", credentials: "secret" };
  const ship = job("ship", { role: "deploy", environment: "production", when: onMain });
  expect(rendered(pipelineOf([ship], { environments: [production] })).errors.map((text) => text.slice(0, 8))).toEqual([
    "CICL5007",
  ]);
});

test("the build may take as long as its longest chain of jobs, and no longer than a day", () => {
  const chain = (minutes: number) =>
    pipelineOf([
      job("one", { timeoutMinutes: minutes }),
      job("two", { timeoutMinutes: minutes, edges: [{ from: "one", kind: "order" }] }),
      job("beside", { timeoutMinutes: 5 }),
    ]);
  expect(rendered(chain(60)).file("cloudbuild/hub.yaml")).toMatchObject({ timeout: "9000s" });
  expect(rendered(chain(800)).errors.map((text) => text.slice(0, 8))).toEqual(["CICL5005"]);
});

test("a job that waits for a lock leaves the build the time for all else", () => {
  const concurrency = { group: { kind: "literal", value: "deploys" }, cancelInProgress: false } as const;
  const files = rendered(
    pipelineOf([
      job("one", { concurrency, timeoutMinutes: 60 }),
      job("two", { concurrency, timeoutMinutes: 60, edges: [{ from: "one", kind: "order" }] }),
    ]),
  );
  const [day, chain] = [24 * 3600, 600 + 2 * (3600 + 600)];
  expect(files.file("cloudbuild/hub.yaml")).toMatchObject({ timeout: `${day}s` });
  const starts = files.steps("cloudbuild/hub.yaml").filter(({ id }) => id.endsWith("/start"));
  expect(starts.map(({ script = "" }) => Number(/cicl_run \w+ (\d+)/.exec(script)?.[1]))).toEqual([
    (day - chain) / 2,
    (day - chain) / 2,
  ]);
});

test("variables of a step win over the job's, those over the pipeline's, and all over the container's", () => {
  const bind = (name: string, value: string) => ({ name, value: { kind: "literal", value }, origin }) as const;
  const [own, jobs, shared, container] = [
    [bind("A", "step")],
    [bind("A", "job"), bind("B", "job")],
    [bind("B", "pipeline"), bind("C", "pipeline")],
    [bind("A", "container"), bind("C", "container"), bind("D", "container")],
  ];
  const one = job("one", {
    env: jobs,
    container: { image: "alpine:3", env: container },
    steps: [{ ...script("env"), env: own }],
  });
  const step = rendered(pipelineOf([one], { env: shared }))
    .steps("cloudbuild/hub.yaml")
    .find(({ id }) => id === "one/1-script");
  expect([...(step?.env ?? [])].sort()).toEqual(["A=step", "B=job", "C=pipeline", "D=container"]);
});

test("a bash script ends where the shared functions can't be read", () => {
  const one = job("one", { steps: [{ ...script("make"), shell: "bash" }] });
  const step = rendered(pipelineOf([one]))
    .steps("cloudbuild/hub.yaml")
    .find(({ id }) => id === "one/1-script");
  expect(step?.script?.split("\n").slice(0, 2)).toEqual([
    "#!/usr/bin/env bash",
    ". /workspace/.cicl/cicl.sh || exit 1",
  ]);
});

test("two set-ups need a container, and an odd version is refused", () => {
  const setup = (version: string) =>
    ({
      kind: "setup",
      origin,
      runs: "on-success",
      allowFailure: false,
      toolchain: "node",
      version,
      install: false,
    }) as const;
  const one = (...versions: readonly string[]) => pipelineOf([job("one", { steps: versions.map(setup) })]);
  expect(rendered(one("22", "22")).errors).toEqual([]);
  expect(rendered(one("22", "24")).errors).toHaveLength(1);
  expect(rendered(one("lts/*")).errors).toHaveLength(1);
});

test("a script that writes variables for later steps is refused", () => {
  const { errors } = rendered(pipelineOf([job("one", { steps: [script('echo A=1 >> "$CICL_ENV"')] })]));
  expect(errors).toEqual(["CICL5002 cicl doesn't render scripts that write to CICL_ENV for Cloud Build yet."]);
});

test("what must be set by hand is listed", () => {
  const { settings } = rendered(pipelineOf([job("one", { env: [secretToken] })]), {
    ...complete,
    secrets: { TOKEN: "3" },
  });
  expect(settings.map(({ kind, value }) => [kind, value])).toEqual([
    [
      "trigger",
      "gcloud builds triggers import --project=example --region=global --source=cloudbuild/triggers/hub.yaml",
    ],
    ["service-account", "roles/logging.logWriter, roles/secretmanager.secretAccessor on each secret"],
    ["secret", "projects/example/secrets/TOKEN"],
  ]);
});

test("variables of the pipeline reach its jobs, but no gate", () => {
  const env = [{ name: "PATH", value: { kind: "literal", value: "/elsewhere" }, origin }] as const;
  const gate = job("scan", { role: "gate", gate: { id: "scan", placement: "source", parameters: {} } });
  const steps = rendered(pipelineOf([job("one"), gate], { env })).steps("cloudbuild/hub.yaml");
  expect(steps.find(({ id }) => id === "one/1-script")?.env).toEqual(["PATH=/elsewhere"]);
  expect(steps.find(({ id }) => id === "scan/1-script")?.env).toBeUndefined();
});

test("an image that names no version is refused", () => {
  const one = job("one", { container: { image: "postgres", env: [] } });
  expect(rendered(pipelineOf([one])).errors).toEqual([]);
  expect(rendered(pipelineOf([one]), complete, () => undefined).errors).toEqual([
    "CICL5004 The image postgres names no version.",
  ]);
});
