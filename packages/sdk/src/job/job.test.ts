import { expect, test } from "vitest";
import {
  commit,
  deploy,
  environment,
  gateJob,
  image,
  job,
  jobDraftOf,
  secret,
  setup,
  sh,
  template,
  variable,
  when,
} from "../index.ts";
import { codes, refusals } from "../user-code.fixture.ts";
import { expressionOf } from "../values.ts";

test("A job without options has the defaults of the model", () => {
  expect(jobDraftOf(job("a", { steps: [sh`x`] }))).toMatchObject({
    ...{ id: "a", role: "ordinary", stage: "", runner: { os: "linux", arch: "x64", labels: [] } },
    ...{ checkout: { depth: 1, submodules: false, lfs: false }, runs: "on-success", allowFailure: false },
    ...{ steps: [sh`x`], env: [], outputs: [], services: [], reports: [], permissions: {} },
  });
});

test("Options become what the representation calls them", () => {
  const draft = jobDraftOf(
    job("a", {
      steps: [sh`make`],
      timeout: "1h30m",
      retry: { attempts: 3, delay: "10s" },
      concurrency: "group",
      container: "node:22",
      services: { db: { image: "postgres:17", ports: [5432], health: { command: "pg_isready" } } },
      reports: { junit: "a.xml", coverage: { file: "lcov.info", minimum: 80 }, sarif: ["b.sarif"] },
      checkout: false,
      env: { A: 1, B: commit.sha },
    }),
  );
  expect(draft).toMatchObject({
    timeoutMinutes: 90,
    retry: { attempts: 3, delaySeconds: 10 },
    concurrency: { group: { kind: "literal", value: "group" }, cancelInProgress: false },
    container: { image: "node:22", env: [] },
    services: [{ name: "db", ports: ["5432"], health: { command: "pg_isready", intervalSeconds: 10, retries: 5 } }],
    reports: [
      { kind: "junit", paths: ["a.xml"] },
      { kind: "coverage", paths: ["lcov.info"], minimum: 80 },
      { kind: "sarif", paths: ["b.sarif"] },
    ],
    checkout: false,
    env: [
      { name: "A", value: { kind: "literal", value: "1" } },
      { name: "B", value: { kind: "context", name: "commit.sha" } },
    ],
  });
  expect(draft.env[1]?.origin.path).toEqual(["env", "B"]);
  expect(jobDraftOf(job("a", { steps: [sh`x`], retry: 2 })).retry).toEqual({ attempts: 2, delaySeconds: 0 });
});

test("An output names its step, which is appended when it isn't among the steps", () => {
  const write = sh`echo tag=1 >> "$CICL_OUTPUT"`;
  const inside = jobDraftOf(job("a", { steps: [write, sh`make`], outputs: { tag: write } }));
  expect(inside.outputs).toMatchObject([{ name: "tag", kind: "step", step: 0 }]);
  expect(inside.steps).toHaveLength(2);
  const outside = jobDraftOf(job("a", { steps: [sh`make`], outputs: { tag: write, other: write, sha: commit.sha } }));
  expect(outside.outputs).toMatchObject([
    { kind: "step", step: 1 },
    { kind: "step", step: 1 },
    { kind: "value", value: { kind: "context" } },
  ]);
  expect(outside.steps).toHaveLength(2);
});

test("Only a script or a value can be an output", () => {
  expect(codes(() => job("a", { steps: [sh`x`], outputs: { x: setup.node({ version: "22" }) } }))).toEqual([
    "CICL2004",
  ]);
});

test("An output is read by name, and asking for anything that isn't one is refused where it is asked", () => {
  const a = job("a", { steps: [sh`x`], outputs: { tag: commit.sha } });
  expect(expressionOf(a.outputs.tag)).toEqual({ kind: "output", job: "a", output: "tag" });
  expect("then" in a.outputs).toBe(false);
  expect(JSON.stringify(a.outputs)).toBe('{"tag":{}}');
  const [found] = refusals(() => Reflect.get(a.outputs, "tags"));
  expect(found?.code).toBe("CICL2008");
  expect(found?.fix).toMatch(/^Did you mean "tag"\?/);
  expect(found?.origin?.line).not.toBe(jobDraftOf(a).origin.line);
});

test("A matrix gives its values to a function of steps", () => {
  const legs = job("legs", {
    matrix: { node: [20, 22], os: ["a"], include: [{ node: 24, fast: true }], exclude: [{ node: 20 }], maxParallel: 2 },
    steps: (matrix) => [sh`echo ${matrix.node} ${matrix.fast}`],
  });
  const draft = jobDraftOf(legs);
  expect(draft.matrix).toMatchObject({
    vectors: [
      { key: "node", values: [20, 22] },
      { key: "os", values: ["a"] },
    ],
    ...{ include: [{ node: 24, fast: true }], exclude: [{ node: 20 }], failFast: false, maxParallel: 2 },
  });
  expect(draft.steps).toMatchObject([{ text: 'echo "${MATRIX_NODE}" "${MATRIX_FAST}"' }]);
});

test.each([
  [{}],
  [{ node: [] }],
  [{ node: [20, 20] }],
  [{ node: [20], exclude: [{ nod: 20 }] }],
  [{ "no de": [20] }],
  [{ node: [{}] }],
])("The matrix %j is refused", (matrix) => {
  expect(codes(() => job("a", { matrix: matrix as never, steps: [sh`x`] }))[0]).toMatch(/CICL20(04|11)/);
});

test("A value of another job's matrix is refused", () => {
  const leaked: unknown[] = [];
  job("a", {
    matrix: { node: [20] },
    steps: (matrix) => {
      leaked.push(matrix.node);
      return [sh`x`];
    },
  });
  expect(codes(() => job("b", { steps: [sh`echo ${leaked[0] as never}`] }))).toEqual(["CICL2018"]);
});

test("The result of a job is for jobs that run in any case", () => {
  const a = job("a", { steps: [sh`x`] });
  expect(codes(() => job("b", { steps: [sh`echo ${a.result}`] }))).toEqual(["CICL2018"]);
  expect(codes(() => job("b", { steps: [sh`echo ${a.result}`], runs: "always" }))).toEqual([]);
});

test("A concurrency group holds no secret and nothing of an environment", () => {
  const production = environment("production", { tier: "production" });
  const app = image("app", { context: ".", repository: "a/b" });
  const group = template`x-${production.variable("X")}`;
  const ship = () =>
    deploy("ship", { to: production, subject: app.digest, steps: [sh`x`], concurrency: group as never });
  expect(codes(ship)).toEqual(["CICL2018"]);
  expect(codes(() => job("a", { steps: [sh`x`], concurrency: template`x-${variable("X")}` }))).toEqual([]);
});

test("Two environments of one name are told apart", () => {
  const one = environment("production", { tier: "production" });
  const other = environment("production", { tier: "production" });
  const app = image("app", { context: ".", repository: "a/b" });
  const ship = () => deploy("ship", { to: one, subject: app.digest, steps: [sh`x`], env: { X: other.secret("X") } });
  expect(codes(ship)).toEqual(["CICL2002"]);
});

test("An image is a job with one step and its digest", () => {
  const app = image("app", {
    ...{ context: "web", repository: "ghcr.io/a/b", platforms: ["linux/amd64"], target: "run" },
    buildArgs: { VERSION: commit.sha },
    login: { username: "me", password: secret("TOKEN") },
    when: when.branch("main"),
  });
  expect(app.repository).toBe("ghcr.io/a/b");
  expect(app.outputs.digest).toBe(app.digest);
  expect(jobDraftOf(app)).toMatchObject({
    role: "image",
    outputs: [{ name: "digest", kind: "step", step: 0 }],
    steps: [
      {
        ...{ kind: "image", context: "web", dockerfile: "Dockerfile", repository: "ghcr.io/a/b" },
        ...{ platforms: ["linux/amd64"], target: "run", buildArgs: [{ name: "VERSION" }] },
        login: { username: { kind: "literal", value: "me" }, password: { kind: "secret", name: "TOKEN" } },
      },
    ],
  });
});

test("A build argument is named as in a Dockerfile, and is no secret", () => {
  const build = (buildArgs: object) => () =>
    image("app", { context: ".", repository: "a/b", buildArgs: buildArgs as never });
  expect(codes(build({ VERSION: commit.sha, "a-b_1": 1 }))).toEqual([]);
  expect(codes(build({ "1A": "x" }))).toEqual(["CICL2001"]);
  expect(codes(build({ "A=B": "x" }))).toEqual(["CICL2001"]);
  expect(codes(build({ TOKEN: secret("TOKEN") }))).toEqual(["CICL2018"]);
  expect(codes(build({ URL: template`https://x:${secret("TOKEN")}@a` }))).toEqual(["CICL2018"]);
});

test("A job that does nothing is refused", () => {
  expect(codes(() => job("a", { checkout: false, steps: [] }))).toEqual(["CICL2017"]);
  expect(codes(() => job("a", { steps: [], outputs: { x: commit.sha } }))).toEqual(["CICL2017"]);
  expect(codes(() => job("a", { steps: [], outputs: { x: sh`x` } }))).toEqual([]);
  expect(codes(() => job("a", { steps: [], reports: { junit: "a.xml" } }))).toEqual([]);
  const mark = { id: "lint", placement: "source", parameters: {} } as const;
  expect(codes(() => gateJob(mark, "lint", { steps: [] }))).toEqual([]);
});

test("What must be known when the pipeline is rendered says how it can be", () => {
  const refused = refusals(() =>
    job("a", { matrix: { node: [20, 22] }, steps: (m) => [setup.node({ version: m.node as never })] }),
  );
  expect(refused).toMatchObject([{ code: "CICL2004", origin: { path: ["version"] } }]);
  expect(refused[0]?.what).toMatch(/^A toolchain's version must be known when the pipeline is rendered/);
  expect(refused[0]?.fix).toContain("[20, 22].map((node) => job(`unit-${node}`");
  for (const image of [commit.sha, { image: commit.sha }]) {
    const [found] = refusals(() => job("a", { container: image as never, steps: [sh`x`] }));
    expect(found?.what).toMatch(/^A container's image must be known/);
  }
});

test("The engine's own token isn't a secret, and it is said how to get it", () => {
  for (const name of ["GITHUB_TOKEN", "GITEA_TOKEN"]) {
    const [found] = refusals(() => secret(name));
    expect(found?.code).toBe("CICL2001");
    expect(found?.fix).toContain("native.github(");
  }
});

test("A matrix takes keys that every object has, but not the one that takes objects apart", () => {
  const built = job("a", {
    matrix: { constructor: ["a", "b"], toString: ["c"] },
    steps: (m) => [sh`echo ${m.constructor} ${m.toString}`],
  });
  expect(jobDraftOf(built)).toMatchObject({
    matrix: { vectors: [{ key: "constructor" }, { key: "toString" }] },
    steps: [{ text: 'echo "${MATRIX_CONSTRUCTOR}" "${MATRIX_TOSTRING}"' }],
  });
  expect(codes(() => job("a", { matrix: { ["__proto__"]: ["a"] }, steps: [sh`x`] }))).toEqual(["CICL2011"]);
  expect(codes(() => job("a", { matrix: { a: [1], exclude: [{ toString: 1 }] }, steps: [sh`x`] }))).toEqual([
    "CICL2011",
  ]);
});

test("A gate carries its mark, and a pipe in it is refused unless failures come through", () => {
  const mark = { id: "lint", placement: "source", parameters: { level: 1 } } as const;
  expect(jobDraftOf(gateJob(mark, "lint", { steps: [sh`lint`] }))).toMatchObject({ role: "gate", gate: mark });
  expect(codes(() => gateJob(mark, "lint", { steps: [sh`lint | tee log`] }))).toEqual(["CICL3004"]);
  expect(codes(() => gateJob(mark, "lint", { steps: [sh.bash`set -o pipefail; lint | tee log`] }))).toEqual([]);
});

test("Nodes are frozen, deeply, and so are handles", () => {
  const a = job("a", { steps: [sh`make`], env: { A: "b" } });
  const draft = jobDraftOf(a);
  for (const frozen of [a, a.outputs, draft, draft.steps, draft.steps[0], draft.env[0], draft.env[0]?.value]) {
    expect(Object.isFrozen(frozen)).toBe(true);
  }
});
