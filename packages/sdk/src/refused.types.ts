/**
 * Programs for the type checker: what stands under an `@ts-expect-error` must not compile, everything else must. The
 * file is compiled and never imported; `refused.test.ts` takes the refused programs out of it and runs them, expecting
 * the code that stands behind the mark.
 */
import {
  action,
  branch,
  cache,
  checkout,
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
  type Step,
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
import {
  app,
  isLong,
  legs,
  manual,
  misspelt,
  misspeltService,
  production,
  reports,
  staging,
  version,
} from "./refused.fixture.ts";

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
  job("dry", { steps: [sh`x`], when: when.and(when.input(manual.inputs.dry).is(true), when.not(when.fork())) }),
  perTarget({ github: [uses("a/b")], gitea: [native.gitea({ run: "x" })] }),
  perTarget({ cloudbuild: [native.cloudbuild({ name: "alpine" })] }),
];

/** A factory keeps the types. */
export const leg = (name: string) => job(name, { steps: [sh`make ${name}`], outputs: { x: sh`x` } }).outputs.x;

/** Options that are put together of parts compile when every key is known. */
const shared: { readonly timeout?: string } = {};
export const spread = job("spread", { ...shared, ...(version.id === "x" ? { timeout: "5m" } : {}), steps: [sh`x`] });

/** Arrays may begin with a spread. */
declare const more: readonly Step[];
declare const names: readonly string[];
declare const moreLegs: readonly { readonly n: string }[];
export const spreads = () => [
  job("a", { steps: [...more, sh`x`] }),
  job("b", { steps: [...(isLong ? [sh`x`] : []), sh`y`] }),
  job("c", { steps: [...more], matrix: { n: [...names, "y"], include: [...moreLegs, { n: "w" }] } }),
  job("d", { steps: (matrix) => [...more, sh`x ${matrix.n}`], matrix: { n: [...names, "y"] } }),
  deploy("e", { to: staging, subject: app.digest, steps: [...more, sh`x ${staging.secret("T")}`] }),
  action("f", { description: "x", steps: [...more, sh`x`] }),
  action("g", { description: "x", inputs: { v: input.string() }, steps: ({ v }) => [...more, sh`x ${v}`] }),
];

// A choice of options is right only where both are.
export const choices = [
  // @ts-expect-error CICL2004
  job("a", isLong ? { steps: [sh`x`] } : { steps: "make" }),
  // @ts-expect-error CICL2004
  action("a", isLong ? { description: "x", steps: [sh`x`] } : { description: "x", steps: "make" }),
];

// Misspelt keys, at any depth, also through spreads and variables.
export const keys = [
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], timeoutt: "5m" }),
  // @ts-expect-error CICL2003
  job("a", misspelt),
  // @ts-expect-error CICL2003
  job("a", { ...misspelt }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], services: { db: { image: "pg", imag: "pg" } } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], services: { db: misspeltService } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], services: { db: { image: "pg", health: { command: "x", intervall: "5s" } } } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], container: { image: "x", imagee: "y" } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], permissions: { package: "write" } }),
  // @ts-expect-error CICL2004
  job("a", { steps: [sh`x`], matrix: { node: [20], failFats: true } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], reports: { coverage: { file: "x", min: 3 } } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], concurrency: { group: "a", cancel: true } }),
  // @ts-expect-error CICL2003
  job("a", { steps: [sh`x`], retry: { attempts: 3, delays: "5s" } }),
  // @ts-expect-error CICL2003
  deploy("a", { to: production, subject: app.digest, steps: [sh`x`], environment: "x" }),
  // @ts-expect-error CICL2003
  image("a", { context: ".", repository: "a/b", tags: ["x"] }),
  // @ts-expect-error CICL2003
  environment("a", { tier: "staging", approvals: { count: 1, by: [] } }),
  // @ts-expect-error CICL2003
  environment("a", { tier: "staging", approval: { count: 1, by: [], waits: "5m" } }),
  // @ts-expect-error CICL2003
  on.push({ branch: ["main"] }),
  // @ts-expect-error CICL2003
  on.pullRequest({ paths: { include: ["a"], excludes: ["b"] } }),
  // @ts-expect-error CICL2003
  pipeline("a", { on: [on.push()], stages: [], requires: {} }),
  // @ts-expect-error CICL2003
  setup.node({ version: "22", package: "npm" }),
  // @ts-expect-error CICL2003
  cache({ paths: ["a"], key: "k", file: ["x"] }),
  // @ts-expect-error CICL2003
  upload("a", { paths: ["a"], retentionDays: 3 }),
  // @ts-expect-error CICL2003
  download(reports, { paths: "x" }),
  // @ts-expect-error CICL2003
  container("a:1", { arg: [] }),
  // @ts-expect-error CICL2003
  uses("a/b", { inputs: {} }),
  // @ts-expect-error CICL2001
  uses.untyped("a/b"),
  // @ts-expect-error CICL2003
  uses.untyped("a/b@0123456789012345678901234567890123456789", { commit: "" }),
  // @ts-expect-error CICL2003
  sh({ names: "x" })`make`,
  // @ts-expect-error CICL2003
  runner.linux({ label: ["x"] }),
  // @ts-expect-error CICL2003
  checkout({ dept: 0 }),
  // @ts-expect-error CICL2003
  input.string({ defaults: "x" }),
  // @ts-expect-error CICL2003
  perTarget({ github: [sh`make`], gitaa: [sh`make`] }),
  // @ts-expect-error CICL2003
  native.gitub({ run: "make" }),
];

// Values of the wrong type.
export const types = [
  // @ts-expect-error CICL2004
  job("a", { steps: ["make"] }),
  // @ts-expect-error CICL2004
  job("a", { steps: [sh`x`], timeout: 5 }),
  // @ts-expect-error CICL2004
  job("a", { timeout: "5m" }),
  // @ts-expect-error CICL2004
  setup.node({ version: branch.name }),
  // @ts-expect-error CICL2004
  container(branch.name),
  // @ts-expect-error CICL2004
  pipeline("a", { on: [on.push()], stages: [], required: [version] }),
  // @ts-expect-error CICL2004
  sh("make"),
  // @ts-expect-error CICL2005
  job("a", { steps: [sh`x`], needs: ["version"] }),
  // @ts-expect-error CICL2007
  job("a", { steps: [sh`x`], needs: [{ ...version }] }),
  // @ts-expect-error CICL2007
  stage("s", [{ ...version }]),
  // @ts-expect-error CICL2004
  job("a", { steps: [sh`x`], matrix: { node: 20 } }),
  // @ts-expect-error CICL2004
  job("a", { steps: () => [] }),
  // @ts-expect-error CICL2004
  job("a", { steps: [sh`x`], when: "branch == 'main'" }),
  // @ts-expect-error CICL2004
  job("a", { steps: [sh`x`], permissions: { packages: "admin" } }),
  // @ts-expect-error CICL2018
  job("a", { steps: [sh`x`], concurrency: secret("X") }),
  // @ts-expect-error CICL2012
  on.pullRequest({ activities: ["openend"] }),
  // @ts-expect-error CICL2004
  on.tag(),
  // @ts-expect-error CICL2004
  when.event("pushed"),
  // @ts-expect-error CICL2018
  when.value(secret("X")).is("x"),
  // @ts-expect-error CICL2018
  when.value(production.variable("X")).is("x"),
  // @ts-expect-error CICL2004
  when.input(manual.inputs.target).is("red"),
  // @ts-expect-error CICL2018
  when.input(manual.inputs.nope).is("red"),
  // @ts-expect-error CICL2004
  input.choice(["a", "b"], { default: "c" }),
  // @ts-expect-error CICL2004
  setup.node({ version: "22", packages: "pip" }),
  // @ts-expect-error CICL2004
  setup.python({ version: 3.1 }),
  // @ts-expect-error CICL2016
  download("reports"),
  // @ts-expect-error CICL2018
  pipeline("a", { on: [on.push()], stages: [], concurrency: version.outputs.tag }),
  // @ts-expect-error CICL2009
  pipeline("a", { on: [on.push()], stages: [], env: { A: production.secret("A") } }),
  // @ts-expect-error CICL2004
  pipeline("a", { on: [on.push()], stages: [version] }),
  // @ts-expect-error CICL2004
  image("a", { context: ".", repository: "a/b", login: { username: "u", password: "text" } }),
];

// Outputs that don't exist.
// @ts-expect-error CICL2008
export const undeclared = version.outputs.nope;
// @ts-expect-error CICL2008
export const none = job("a", { steps: [sh`x`] }).outputs.x;
// @ts-expect-error CICL2008
export const ofMatrix = legs.outputs.x;
// @ts-expect-error CICL2011
export const declaredByMatrix = job("a", { steps: [sh`x`], matrix: { a: [1] }, outputs: { x: sh`x` } });
// @ts-expect-error CICL2018
export const secretOutput = job("a", { steps: [sh`x`], outputs: { x: secret("X") } });
// @ts-expect-error CICL2011
export const legKey = job("a", { matrix: { node: [20] }, steps: (matrix) => [sh`echo ${matrix.nod}`] });

// Secrets outside their environment.
export const scopes = [
  // @ts-expect-error CICL2009
  job("a", { steps: [sh`x ${production.secret("X")}`] }),
  // @ts-expect-error CICL2009
  job("a", { steps: [sh`x`], env: { X: production.secret("X") } }),
  // @ts-expect-error CICL2009
  job("a", { steps: [sh({ env: { X: production.secret("X") } })`x`] }),
  // @ts-expect-error CICL2009
  job("a", { steps: [uses("a/b", { with: { x: production.secret("X") } })] }),
  // @ts-expect-error CICL2009
  job("a", { steps: [container("a:1", { env: { x: production.secret("X") } })] }),
  // @ts-expect-error CICL2009
  job("a", { steps: [sh`x ${template`a${production.secret("X")}`}`] }),
  // @ts-expect-error CICL2009
  job("a", { steps: [perTarget({ github: [sh`x ${production.variable("X")}`] })] }),
  // @ts-expect-error CICL2009
  job("a", { steps: [sh`x`], services: { db: { image: "a", env: { X: production.secret("X") } } } }),
  // @ts-expect-error CICL2009
  deploy("a", { to: staging, subject: app.digest, steps: [sh`x ${production.secret("X")}`] }),
  // @ts-expect-error CICL2009
  deploy("a", { to: staging, subject: app.digest, steps: [sh`x`], env: { X: production.secret("X") } }),
  // @ts-expect-error CICL2009
  image("a", { context: ".", repository: "a/b", buildArgs: { X: production.variable("X") } }),
  // @ts-expect-error CICL2018
  image("a", { context: ".", repository: "a/b", buildArgs: { X: secret("X") } }),
];

// Subjects that are no digest.
export const subjects = [
  // @ts-expect-error CICL2013
  deploy("a", { to: staging, subject: "app:latest", steps: [sh`x`] }),
  // @ts-expect-error CICL2013
  deploy("a", { to: staging, subject: version.outputs.tag, steps: [sh`x`] }),
  // @ts-expect-error CICL2013
  deploy("a", { to: staging, subject: template`${app.digest}`, steps: [sh`x`] }),
  // @ts-expect-error CICL2013
  deploy("a", { to: staging, steps: [sh`x`] }),
  // @ts-expect-error CICL2004
  deploy("a", { to: "staging", subject: app.digest, steps: [sh`x`] }),
];
