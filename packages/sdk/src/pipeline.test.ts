import type { Trigger as TriggerNode } from "@cicl/model";
import { expect, test } from "vitest";
import {
  branch,
  deploy,
  download,
  draftOf,
  environment,
  image,
  input,
  isPipeline,
  type Job,
  job,
  on,
  perTarget,
  pipeline,
  runner,
  type Step,
  secret,
  setup,
  sh,
  stage,
  type Trigger,
  template,
  upload,
  uses,
  when,
} from "./index.ts";
import { stepNode } from "./steps/step.ts";
import { codes, refusals } from "./user-code.fixture.ts";

/** A pipeline of one stage. */
const of = (jobs: readonly Job[], triggers: readonly Trigger[] = [on.push()]) =>
  pipeline("p", { on: triggers, stages: [stage("all", jobs)] });

test("A whole pipeline becomes a draft", () => {
  const production = environment("production", {
    tier: "production",
    approval: { count: 1, by: ["team:release"], wait: "5m" },
    window: { days: "mon-thu", from: "09:00", to: "16:00", zone: "Europe/Berlin" },
    branches: ["main"],
  });
  const unit = job("unit", {
    runner: runner.linux(),
    steps: [setup.node({ version: "22", packages: "pnpm" }), sh`pnpm test:unit --reporter=junit`],
  });
  const app = image("hub", { context: ".", repository: "registry.example.com/hub" });
  const ship = deploy("hub-production", {
    to: production,
    subject: app.digest,
    when: when.branch("main"),
    needs: [app, unit, app],
    env: { KUBE_TOKEN: production.secret("KUBE_TOKEN") },
    steps: [sh`helm upgrade hub ./chart --set image.digest=${app.digest}`],
  });
  const hub = pipeline("hub", {
    on: [on.pullRequest(), on.push({ branches: ["main"] })],
    stages: [stage("verify", [unit]), stage("package", [app]), stage("ship", [ship])],
    env: { TOKEN: secret("TOKEN") },
    concurrency: { group: template`hub-${branch.name}`, cancelInProgress: true },
    required: { merge: [unit, app] },
  });
  expect(isPipeline(hub)).toBe(true);
  expect(isPipeline({ ...hub })).toBe(false);
  const draft = draftOf(hub);
  expect(JSON.parse(JSON.stringify(draft))).toEqual(draft);
  expect(draft).toMatchObject({
    ...{ phase: "draft", name: "hub", source: "", triggers: [{ kind: "pull-request" }, { kind: "push" }] },
    stages: [{ name: "verify" }, { name: "package" }, { name: "ship" }],
    jobs: [
      { id: "unit", stage: "verify", role: "ordinary" },
      { id: "hub", stage: "package", role: "image" },
      {
        ...{ id: "hub-production", stage: "ship", role: "deploy", environment: "production" },
        needs: ["hub", "unit"],
        subject: { kind: "output", job: "hub", output: "digest" },
        when: { kind: "branch", pattern: "main" },
      },
    ],
    environments: [
      {
        ...{ name: "production", tier: "production", waitMinutes: 5, credentials: "secret", branches: ["main"] },
        approval: { count: 1, by: ["team:release"] },
      },
    ],
    concurrency: { cancelInProgress: true },
    required: [{ name: "merge", jobs: ["unit", "hub"] }],
  });
});

test("One definition serves two pipelines", () => {
  const unit = job("unit", { steps: [sh`x`] });
  expect(draftOf(of([unit])).jobs[0]?.id).toBe(draftOf(of([unit])).jobs[0]?.id);
});

test("A pipeline needs a trigger and a job", () => {
  expect(codes(() => of([job("a", { steps: [sh`x`] })], []))).toEqual(["CICL2017"]);
  expect(codes(() => of([]))).toEqual(["CICL2017"]);
});

test("A job stands in a pipeline once, and names are unique", () => {
  const a = job("a", { steps: [sh`x`] });
  expect(codes(() => of([a, a]))).toEqual(["CICL2007"]);
  expect(codes(() => of([a, job("a", { steps: [sh`x`] })]))).toEqual(["CICL2002"]);
  const twoStages = () => pipeline("p", { on: [on.push()], stages: [stage("s", [a]), stage("s", [])] });
  expect(codes(twoStages)).toEqual(["CICL2002"]);
});

test("Needs and required jobs belong to the pipeline, by identity", () => {
  const outside = job("a", { steps: [sh`x`] });
  const inside = job("a", { steps: [sh`x`] });
  expect(codes(() => of([inside, job("b", { steps: [sh`x`], needs: [outside] })]))).toEqual(["CICL2005"]);
  const required = () =>
    pipeline("p", { on: [on.push()], stages: [stage("s", [inside])], required: { merge: [outside] } });
  expect(codes(required)).toEqual(["CICL2005"]);
});

test("Outputs and inputs that are read belong to the pipeline", () => {
  const outside = job("a", { steps: [sh`x`], outputs: { x: branch.name } });
  const inside = job("a", { steps: [sh`x`], outputs: { x: branch.name } });
  expect(codes(() => of([inside, job("b", { steps: [sh`echo ${outside.outputs.x}`] })]))).toEqual(["CICL2018"]);
  expect(codes(() => of([inside, job("b", { steps: [sh`echo ${inside.outputs.x}`] })]))).toEqual([]);
  const condition = when.output(outside.outputs.x).is("y");
  expect(codes(() => of([inside, job("b", { steps: [sh`x`], when: condition })]))).toEqual(["CICL2018"]);
  const manual = on.manual({ inputs: { x: input.string() } });
  const reads = job("c", { steps: [sh`echo ${manual.inputs.x}`] });
  expect(codes(() => of([reads]))).toEqual(["CICL2018"]);
  expect(codes(() => of([reads], [manual]))).toEqual([]);
});

test("Two environments of one name are refused", () => {
  const app = image("app", { context: ".", repository: "a/b" });
  const ship = (id: string) =>
    deploy(id, { to: environment("staging", { tier: "staging" }), subject: app.digest, steps: [sh`x`] });
  expect(codes(() => of([app, ship("a"), ship("b")]))).toEqual(["CICL2002"]);
});

test("A download finds the job of its upload, also inside a step for one target", () => {
  const report = upload("report", { paths: ["out"], retention: "30d" });
  const make = job("make", { steps: [report] });
  const read = job("read", { steps: [perTarget({ github: [download(report, { path: "in" })] })] });
  const [, reader] = draftOf(of([make, read])).jobs;
  expect(reader?.steps).toMatchObject([
    { kind: "per-target", targets: { github: [{ kind: "download", artifact: "report", job: "make", path: "in" }] } },
  ]);
  expect(codes(() => of([read]))).toEqual(["CICL2016"]);
});

test("An artifact is uploaded once", () => {
  const report = upload("report", { paths: ["out"] });
  const twice = [job("a", { steps: [report] }), job("b", { steps: [upload("report", { paths: ["out"] })] })];
  expect(codes(() => of(twice))).toEqual(["CICL2016"]);
  expect(codes(() => of([job("a", { steps: [report], matrix: { node: [1] } })]))).toEqual(["CICL2016"]);
});

test("An image with a condition can't be promoted by a tag", () => {
  const app = image("app", { context: ".", repository: "a/b", when: when.branch("main") });
  expect(codes(() => of([app]))).toEqual([]);
  expect(codes(() => of([app], [on.tag("v*")]))).toEqual(["CICL2014"]);
});

test("The pipeline itself reads nothing that comes later", () => {
  const a = job("a", { steps: [sh`x`], outputs: { x: branch.name } });
  const production = environment("production", { tier: "production" });
  const stages = [stage("s", [a])];
  const group = secret("X") as never;
  expect(codes(() => pipeline("p", { on: [on.push()], stages, env: { X: a.outputs.x } }))).toEqual(["CICL2018"]);
  expect(codes(() => pipeline("p", { on: [on.push()], stages, concurrency: group }))).toEqual(["CICL2018"]);
  const scoped = production.variable("X") as never;
  expect(codes(() => pipeline("p", { on: [on.push()], stages, env: { X: scoped } }))).toEqual(["CICL2009"]);
});

test("Triggers say what they were told", () => {
  const triggers = [
    on.push({ branches: ["main"], paths: ["src/**"] }),
    on.tag("v*", "w*"),
    on.pullRequest({ paths: { include: ["a"], exclude: ["b"] }, activities: ["opened"] }),
    on.mergeQueue({ branches: ["main"] }),
    on.schedule("0 4 * * *", { zone: "Europe/Berlin" }),
    on.manual({ inputs: { size: input.choice(["s", "m"], { default: "s", required: true, description: "Size" }) } }),
    on.call({ inputs: { n: input.number({ default: 1 }) }, secrets: ["TOKEN"] }),
  ];
  const plain = ({ origin: _, ...rest }: TriggerNode): unknown => rest;
  expect(draftOf(of([job("a", { steps: [sh`x`] })], triggers)).triggers.map(plain)).toEqual([
    { kind: "push", branches: ["main"], paths: { include: ["src/**"], exclude: [] } },
    { kind: "tag", tags: ["v*", "w*"] },
    { kind: "pull-request", paths: { include: ["a"], exclude: ["b"] }, activities: ["opened"] },
    { kind: "merge-queue", branches: ["main"] },
    { kind: "schedule", cron: "0 4 * * *", zone: "Europe/Berlin" },
    {
      kind: "manual",
      inputs: {
        size: { type: "choice", required: true, default: "s", description: "Size", options: ["s", "m"] },
      },
    },
    { kind: "call", inputs: { n: { type: "number", required: false, default: 1 } }, secrets: ["TOKEN"], outputs: [] },
  ]);
});

test("Triggers take globs of refs for branches and tags, and of paths for paths", () => {
  expect(codes(() => on.push({ branches: ["v[0-9]+"] }))).toEqual(["CICL2010"]);
  expect(codes(() => on.pullRequest({ branches: ["a b"] }))).toEqual(["CICL2010"]);
  expect(codes(() => on.mergeQueue({ branches: ["a^"] }))).toEqual(["CICL2010"]);
  expect(codes(() => on.tag("v[0-9]+.*"))).toEqual(["CICL2010"]);
  expect(codes(() => on.push({ paths: ["app/[id]/**"] }))).toEqual([]);
});

test("Required jobs stand in named sets", () => {
  const a = job("a", { steps: [sh`make`] });
  const [found] = refusals(() => pipeline("p", { on: [on.push()], stages: [stage("s", [a])], required: [a] as never }));
  expect([found?.code, found?.origin?.path]).toEqual(["CICL2004", ["required"]]);
  expect(found?.fix).toContain("required: { all: [a] }");
});

test("A required job shows its failures, so no pipe hides one", () => {
  const piped = sh`make | tee log`;
  const of = (step: Step) => {
    const a = job("a", { steps: [step] });
    return () => pipeline("p", { on: [on.push()], stages: [stage("s", [a])], required: { all: [a], merge: [a] } });
  };
  const found = refusals(of(piped));
  expect(found.map(({ code }) => code)).toEqual(["CICL3004"]);
  expect(found[0]?.origin).toEqual(stepNode(piped)?.origin);
  expect(codes(of(perTarget({ github: [sh`make | tee log`] })))).toEqual(["CICL3004"]);
  expect(codes(of(sh.bash`make | tee log`))).toEqual([]);
  expect(codes(() => pipeline("p", { on: [on.push()], stages: [stage("s", [job("b", { steps: [piped] })])] }))).toEqual(
    [],
  );
});

test("a download whose condition reads an output of a step still finds its upload", () => {
  const dist = upload("dist", { paths: ["dist"] });
  const meta = uses("docker/metadata-action", { outputs: ["version"] });
  const steps = [meta, download(dist, { when: when.value(meta.outputs.version).is("1") })];
  const jobs = [job("build", { steps: [sh`make`, dist] }), job("use", { steps })];
  const draft = draftOf(pipeline("a", { on: [on.push()], stages: [stage("b", jobs)] }));
  expect(draft.jobs[1]?.steps[1]).toMatchObject({ kind: "download", job: "build" });
});

test("two environments with one name are said to be two", () => {
  const [one, other] = [environment("dev", { tier: "development" }), environment("dev", { tier: "development" })];
  const app = image("app", { context: ".", repository: "example.com/app" });
  const found = codes(() =>
    pipeline("a", {
      on: [on.push()],
      stages: [
        stage("b", [app]),
        stage("c", [
          deploy("ship", {
            to: one,
            subject: app.digest,
            when: when.branch("main"),
            steps: [sh`x ${other.secret("T")}`],
          }),
        ]),
      ],
    }),
  );
  expect(found).toContain("CICL2002");
});
