/**
 * Programs for the type checker: what stands under an `@ts-expect-error` must not compile, everything else must. The
 * file is compiled and never run; `refused.test.ts` shows the same refusals at run time.
 */
import {
  type Artifact,
  branch,
  cache,
  checkout,
  commit,
  container,
  deploy,
  download,
  environment,
  image,
  input,
  job,
  native,
  on,
  perTarget,
  pipeline,
  runner,
  secret,
  setup,
  sh,
  stage,
  template,
  upload,
  uses,
  variable,
  when,
} from "./index.ts";

const production = environment("production", { tier: "production" });
const staging = environment("staging", { tier: "staging", approval: { count: 1, by: ["team:qa"] } });
const app = image("app", { context: ".", repository: "registry.example.com/app" });
const version = job("version", { steps: [], outputs: { tag: sh`echo tag=1 >> "$CICL_OUTPUT"`, commit: commit.sha } });
const legs = job("legs", {
  steps: (matrix) => [sh`echo ${matrix.node} ${matrix.os}`],
  matrix: { node: [20, 22], include: [{ node: 24, os: "linux" }], failFast: true },
});
const reports: Artifact = upload("reports", { paths: ["out"] });
const manual = on.manual({
  inputs: { target: input.choice(["blue", "green"]), dry: input.boolean(), note: input.string() },
});

export const good = [
  job("outputs", {
    steps: [sh`echo ${version.outputs.tag}`, sh`echo ${version.outputs.commit}`],
    needs: [version, legs, app],
  }),
  job("everything", {
    steps: [
      sh({ name: "Test", timeout: "5m", env: { A: secret("A"), B: 1 } })`make ${1} ${true} ${"x"} ${variable("V")}`,
    ],
    runner: runner.linux({ arch: "arm64", labels: ["big"] }),
    container: { image: "node:22", env: { A: "b" }, credentials: { username: "u", password: secret("P") } },
    services: { db: { image: "postgres:17", ports: [5432], health: { command: "pg_isready", interval: "5s" } } },
    checkout: checkout({ depth: 0 }),
    permissions: { packages: "write" },
    concurrency: { group: template`x-${branch.name}`, cancelInProgress: true },
    retry: { attempts: 3, delay: "10s" },
    reports: { junit: ["a.xml"], coverage: { file: "lcov.info", minimum: 80 } },
  }),
  deploy("ship", {
    to: production,
    subject: app.digest,
    env: { TOKEN: production.secret("TOKEN"), URL: production.variable("URL") },
    steps: [
      sh`deploy ${production.secret("OTHER")} ${app.digest}`,
      uses("a/b", { with: { t: production.secret("T") } }),
    ],
  }),
  deploy("ship-legs", {
    to: staging,
    subject: app.digest,
    matrix: { zone: ["a", "b"] },
    steps: (matrix) => [sh`deploy ${matrix.zone} ${staging.secret("T")}`],
  }),
  job("download", { steps: [download(reports), reports] }),
  job("inputs", { steps: [sh`echo ${manual.inputs.note}`], when: when.input(manual.inputs.target).is("blue") }),
  job("dry", { steps: [], when: when.and(when.input(manual.inputs.dry).is(true), when.not(when.fork())) }),
  perTarget({ github: [uses("a/b")], gitea: [native.gitea({ run: "x" })] }),
];

/** A factory keeps the types. */
export const leg = (name: string) => job(name, { steps: [sh`make ${name}`], outputs: { x: sh`x` } }).outputs.x;

/** Options that are put together of parts compile when every key is known. */
const shared: { readonly timeout?: string } = {};
export const spread = job("spread", { ...shared, ...(version.id === "x" ? { timeout: "5m" } : {}), steps: [] });

// Misspelt keys, at any depth, also through spreads and variables.
const misspelt = { steps: [], timeoutt: "5m" };
const misspeltService = { imag: "pg", image: "pg" };
export const keys = [
  // @ts-expect-error
  job("a", { steps: [], timeoutt: "5m" }),
  // @ts-expect-error
  job("a", misspelt),
  // @ts-expect-error
  job("a", { ...misspelt }),
  // @ts-expect-error
  job("a", { steps: [], services: { db: { image: "pg", imag: "pg" } } }),
  // @ts-expect-error
  job("a", { steps: [], services: { db: misspeltService } }),
  // @ts-expect-error
  job("a", { steps: [], services: { db: { image: "pg", health: { command: "x", intervall: "5s" } } } }),
  // @ts-expect-error
  job("a", { steps: [], container: { image: "x", imagee: "y" } }),
  // @ts-expect-error
  job("a", { steps: [], permissions: { package: "write" } }),
  // @ts-expect-error
  job("a", { steps: [], matrix: { node: [20], failFats: true } }),
  // @ts-expect-error
  job("a", { steps: [], reports: { coverage: { file: "x", min: 3 } } }),
  // @ts-expect-error
  job("a", { steps: [], concurrency: { group: "a", cancel: true } }),
  // @ts-expect-error
  job("a", { steps: [], retry: { attempts: 3, delays: "5s" } }),
  // @ts-expect-error
  deploy("a", { to: production, subject: app.digest, steps: [], environment: "x" }),
  // @ts-expect-error
  image("a", { context: ".", repository: "a/b", tags: ["x"] }),
  // @ts-expect-error
  environment("a", { tier: "staging", approvals: { count: 1, by: [] } }),
  // @ts-expect-error
  environment("a", { tier: "staging", approval: { count: 1, by: [], waits: "5m" } }),
  // @ts-expect-error
  on.push({ branch: ["main"] }),
  // @ts-expect-error
  on.pullRequest({ paths: { include: ["a"], excludes: ["b"] } }),
  // @ts-expect-error
  pipeline("a", { on: [on.push()], stages: [], requires: {} }),
  // @ts-expect-error
  setup.node({ version: "22", package: "npm" }),
  // @ts-expect-error
  cache({ paths: ["a"], key: "k", file: ["x"] }),
  // @ts-expect-error
  upload("a", { paths: ["a"], retentionDays: 3 }),
  // @ts-expect-error
  download(reports, { paths: "x" }),
  // @ts-expect-error
  container("a:1", { arg: [] }),
  // @ts-expect-error
  uses("a/b", { inputs: {} }),
  // @ts-expect-error
  sh({ names: "x" })`make`,
  // @ts-expect-error
  runner.linux({ label: ["x"] }),
  // @ts-expect-error
  checkout({ dept: 0 }),
  // @ts-expect-error
  input.string({ defaults: "x" }),
];

// Values of the wrong type.
export const types = [
  // @ts-expect-error
  job("a", { steps: ["make"] }),
  // @ts-expect-error
  job("a", { steps: [], timeout: 5 }),
  // @ts-expect-error
  job("a", { timeout: "5m" }),
  // @ts-expect-error
  job("a", { steps: [], needs: ["version"] }),
  // @ts-expect-error
  job("a", { steps: [], needs: [{ ...version }] }),
  // @ts-expect-error
  stage("s", [{ ...version }]),
  // @ts-expect-error
  job("a", { steps: [], matrix: { node: 20 } }),
  // @ts-expect-error
  job("a", { steps: () => [] }),
  // @ts-expect-error
  job("a", { steps: [], when: "branch == 'main'" }),
  // @ts-expect-error
  job("a", { steps: [], permissions: { packages: "admin" } }),
  // @ts-expect-error
  job("a", { steps: [], concurrency: secret("X") }),
  // @ts-expect-error
  on.pullRequest({ activities: ["openend"] }),
  // @ts-expect-error
  on.tag(),
  // @ts-expect-error
  when.event("pushed"),
  // @ts-expect-error
  when.value(secret("X")).is("x"),
  // @ts-expect-error
  when.value(production.variable("X")).is("x"),
  // @ts-expect-error
  when.input(manual.inputs.target).is("red"),
  // @ts-expect-error
  when.input(manual.inputs.nope).is("red"),
  // @ts-expect-error
  input.choice(["a", "b"], { default: "c" }),
  // @ts-expect-error
  setup.node({ version: "22", packages: "pip" }),
  // @ts-expect-error
  setup.python({ version: 3.1 }),
  // @ts-expect-error
  download("reports"),
  // @ts-expect-error
  pipeline("a", { on: [on.push()], stages: [], concurrency: version.outputs.tag }),
  // @ts-expect-error
  pipeline("a", { on: [on.push()], stages: [], env: { A: production.secret("A") } }),
  // @ts-expect-error
  pipeline("a", { on: [on.push()], stages: [version] }),
  // @ts-expect-error
  image("a", { context: ".", repository: "a/b", login: { username: "u", password: "text" } }),
];

// Outputs that don't exist.
// @ts-expect-error
export const undeclared = version.outputs.nope;
// @ts-expect-error
export const none = job("a", { steps: [] }).outputs.x;
// @ts-expect-error
export const ofMatrix = legs.outputs.x;
// @ts-expect-error
export const declaredByMatrix = job("a", { steps: [], matrix: { a: [1] }, outputs: { x: sh`x` } });
// @ts-expect-error
export const secretOutput = job("a", { steps: [], outputs: { x: secret("X") } });
// @ts-expect-error
export const legKey = job("a", { matrix: { node: [20] }, steps: (matrix) => [sh`echo ${matrix.nod}`] });

// Secrets outside their environment.
export const scopes = [
  // @ts-expect-error
  job("a", { steps: [sh`x ${production.secret("X")}`] }),
  // @ts-expect-error
  job("a", { steps: [], env: { X: production.secret("X") } }),
  // @ts-expect-error
  job("a", { steps: [sh({ env: { X: production.secret("X") } })`x`] }),
  // @ts-expect-error
  job("a", { steps: [uses("a/b", { with: { x: production.secret("X") } })] }),
  // @ts-expect-error
  job("a", { steps: [container("a:1", { env: { x: production.secret("X") } })] }),
  // @ts-expect-error
  job("a", { steps: [sh`x ${template`a${production.secret("X")}`}`] }),
  // @ts-expect-error
  job("a", { steps: [perTarget({ github: [sh`x ${production.variable("X")}`] })] }),
  // @ts-expect-error
  job("a", { steps: [], services: { db: { image: "a", env: { X: production.secret("X") } } } }),
  // @ts-expect-error
  deploy("a", { to: staging, subject: app.digest, steps: [sh`x ${production.secret("X")}`] }),
  // @ts-expect-error
  deploy("a", { to: staging, subject: app.digest, steps: [], env: { X: production.secret("X") } }),
  // @ts-expect-error
  image("a", { context: ".", repository: "a/b", buildArgs: { X: production.secret("X") } }),
];

// Subjects that are no digest.
export const subjects = [
  // @ts-expect-error
  deploy("a", { to: staging, subject: "app:latest", steps: [] }),
  // @ts-expect-error
  deploy("a", { to: staging, subject: version.outputs.tag, steps: [] }),
  // @ts-expect-error
  deploy("a", { to: staging, subject: template`${app.digest}`, steps: [] }),
  // @ts-expect-error
  deploy("a", { to: staging, steps: [] }),
  // @ts-expect-error
  deploy("a", { to: "staging", subject: app.digest, steps: [] }),
];
