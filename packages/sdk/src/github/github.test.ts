import { describe, expect, test } from "vitest";
import {
  action,
  type Condition,
  call,
  draftOf,
  github,
  input,
  job,
  knownAction,
  native,
  on,
  type Pipeline,
  perTarget,
  pipeline,
  type Step,
  secret,
  sh,
  stage,
  uses,
  variable,
  when,
} from "../index.ts";
import { codes, refusals } from "../user-code.fixture.ts";

const of = (...steps: readonly Step[]): Pipeline =>
  pipeline("a", { on: [on.push()], stages: [stage("b", [job("c", { steps })])] });

const meta = () => uses("docker/metadata-action", { outputs: ["tags"] });
const behind = () => uses("docker/metadata-action", { outputs: ["tags"], github: { background: true } });

describe("outputs of steps", () => {
  test("are read by later steps and by the job, at the step's own place", () => {
    const first = meta();
    const draft = draftOf(of(sh`a`, first, sh`b ${first.outputs.tags}`));
    expect(draft.jobs[0]?.steps[2]).toMatchObject({
      env: [{ value: { kind: "step-output", step: 1, output: "tags" } }],
    });
  });

  test.each([
    [
      "of a later step",
      () => {
        const later = meta();
        return of(sh`a ${later.outputs.tags}`, later);
      },
    ],
    ["of another job's step", () => of(sh`a ${meta().outputs.tags}`)],
    [
      "of a step that stands twice",
      () => {
        const twice = meta();
        return of(twice, sh`a ${twice.outputs.tags}`, twice);
      },
    ],
    [
      "of a step inside perTarget",
      () => {
        const inner = meta();
        return of(perTarget({ github: [inner] }), sh`a ${inner.outputs.tags}`);
      },
    ],
    [
      "of a step that still runs in the background",
      () => {
        const one = behind();
        return of(one, sh`a ${one.outputs.tags}`);
      },
    ],
    [
      "in the job's own variables",
      () => {
        const one = meta();
        return job("c", { steps: [one], env: { TAGS: one.outputs.tags } });
      },
    ],
  ])("aren't read %s", (_, program) => {
    expect(codes(program)).toEqual(["CICL2018"]);
  });

  test("of a step in the background are read behind its wait", () => {
    const one = behind();
    const two = behind();
    expect(codes(() => of(one, github.wait(one), sh`a ${one.outputs.tags}`))).toEqual([]);
    expect(codes(() => of(two, github.waitAll(), sh`a ${two.outputs.tags}`))).toEqual([]);
  });

  test("that an action doesn't have are refused", () => {
    expect(codes(() => meta().outputs["tag" as "tags"])).toEqual(["CICL2008"]);
  });
});

describe("steps beside each other", () => {
  test.each([
    [
      "a wait for a step that isn't in the background",
      () => {
        const one = meta();
        return of(one, github.wait(one));
      },
      "CICL2004",
    ],
    [
      "a wait for a later step",
      () => {
        const one = behind();
        return of(github.wait(one), one);
      },
      "CICL2018",
    ],
    [
      "an output of a step inside another one",
      () => {
        const one = sh`echo "v=1" >> "$CICL_OUTPUT"`;
        return job("a", { outputs: { v: one }, steps: [github.parallel([one, sh`b`])] });
      },
      "CICL2018",
    ],
    ["one step alone", () => github.parallel([sh`a`]), "CICL2004"],
    ["a step in the background among steps side by side", () => github.parallel([sh`a`, behind()]), "CICL2004"],
  ])("%s is refused", (_, program, code) => {
    expect(codes(program)).toEqual([code]);
  });

  test("a step that doesn't run in the background says nothing of it", () => {
    const draft = draftOf(of(sh({ github: { background: false } })`a`));
    expect(draft.jobs[0]?.steps[0]?.native ?? []).toEqual([]);
  });
});

describe("events", () => {
  test.each([
    ["an event that every engine has", () => on.github("push" as "issues"), /Use on\.push/],
    [
      "a dangerous event whose reason is empty",
      () => on.github("pull_request_target", { reason: " " }),
      /needs a reason/,
    ],
    [
      "a workflow's end without the workflow",
      () => on.github("workflow_run", { reason: "Reports." } as never),
      /workflows/,
    ],
    [
      "branches named and ignored",
      () => on.github("pull_request_target", { branches: ["a"], "branches-ignore": ["b"], reason: "Greets." }),
      /names branches/,
    ],
    [
      "branches of pushes named and ignored",
      () => on.push({ branches: ["a"], github: { "branches-ignore": ["b"] } }),
      /names branches/,
    ],
  ])("%s is refused", (_, program, says) => {
    const [found] = refusals(program);
    expect(`${found?.what} ${found?.fix}`).toMatch(says);
  });
});

test.each([
  ["a snapshot without a name", () => job("a", { steps: [sh`a`], github: { snapshot: { version: "1.*" } as never } })],
  [
    "a version of an image in full",
    () => job("a", { steps: [sh`a`], github: { snapshot: { "image-name": "a", version: "1.2" } } }),
  ],
  ["labels without a group", () => job("a", { steps: [sh`a`], github: { "runs-on": { labels: "a" } as never } })],
  ["a port that is none", () => job("a", { steps: [sh`a`], container: "a:1", github: { container: { ports: [0] } } })],
])("%s is refused", (_, program) => {
  expect(codes(program)).toEqual(["CICL2004"]);
});

describe("expressions", () => {
  test.each([
    ["the token by its path", () => github.read("github.token" as "github.actor")],
    ["a path with brackets", () => github.read("github.event.commits[0].id")],
    ["a context that others hold", () => github.read("secrets.TOKEN" as "env.TOKEN")],
    ["the token in a condition", () => when.value(github.token as never).is("x")],
    ["a secret inside a test", () => github.contains(secret("TOKEN"), "x")],
  ])("%s is refused", (_, program) => {
    expect(codes(program)).toEqual(["CICL2018"]);
  });

  test("a format has a value for each of its places", () => {
    expect(codes(() => github.format("{0} {1} {{2}}", "a"))).toEqual(["CICL2004"]);
    expect(codes(() => github.format("{0} {1} {{2}}", "a", "b"))).toEqual([]);
  });

  test("the job's token is a secret", () => {
    expect(codes(() => job("a", { steps: [sh`a`], outputs: { token: github.token as never } }))).toEqual(["CICL2018"]);
  });
});

test("a value can't become part of a program that an action runs", () => {
  const script = knownAction<{ readonly script: string }>({ action: "actions/github-script" }, () => ({
    script: "code",
  }));
  expect(codes(() => script({ script: github.read("github.actor") as never }))).toEqual(["CICL3005"]);
  expect(codes(() => script({ script: "return 1" }))).toEqual([]);
});

test("two composite actions of one name don't stand in one pipeline", () => {
  const same = (text: string) => action("same", { description: "Does it.", steps: [sh`echo ${text}`] });
  expect(codes(() => of(same("a")(), same("b")()))).toEqual(["CICL2002"]);
});

test("what a call leads to is counted", () => {
  const inner = pipeline("inner", {
    on: [on.call()],
    stages: [stage("a", [job("b", { steps: [sh`a`], allowFailure: true })])],
  });
  const outer = pipeline("outer", { on: [on.call()], stages: [stage("a", [call("b", inner)])] });
  const draft = draftOf(pipeline("top", { on: [on.push()], stages: [stage("a", [call("b", outer)])] }));
  expect(draft.jobs[0]?.call?.of).toEqual({
    kind: "pipeline",
    pipeline: "outer",
    levels: 2,
    reaches: ["outer", "inner"],
    strict: false,
  });
});

describe("what stands inside another step", () => {
  const prepare = action("prepare", {
    description: "Prepares.",
    inputs: { x: input.string() },
    steps: ({ x }) => [sh`echo ${x}`],
  });

  test("keeps its action when it reads an output", () => {
    const one = meta();
    const draft = draftOf(of(one, perTarget({ github: [prepare({ x: one.outputs.tags })] })));
    expect(draft.actions?.map(({ name }) => name)).toEqual(["prepare"]);
  });

  test("waits for the steps that it names", () => {
    const one = behind();
    const draft = draftOf(of(sh`a`, one, perTarget({ github: [github.wait(one), github.cancel(one)] })));
    expect(draft.jobs[0]?.steps[2]).toMatchObject({ targets: { github: [{ steps: [1] }, { step: 1 }] } });
  });

  test("shows the pipes that hide a failure, also where it reads an output", () => {
    const required = (...steps: readonly Step[]) => {
      const one = job("a", { steps });
      return pipeline("p", { on: [on.push()], stages: [stage("s", [one])], required: { all: [one] } });
    };
    const one = meta();
    expect(codes(() => required(one, github.parallel([sh`false ${one.outputs.tags} | tee x`, sh`b`])))).toEqual([
      "CICL3004",
    ]);
    const hiding = action("hiding", { description: "Hides.", steps: [sh`false | tee x`] });
    expect(codes(() => required(hiding()))).toEqual(["CICL3004"]);
  });
});

test("a step of a composite action asks for nothing that it can't know", () => {
  const manual = on.manual({ inputs: { dry: input.boolean() } });
  const asking = (when: Condition) => () => action("asks", { description: "Asks.", steps: [sh({ when })`a`] });
  expect(codes(asking(when.input(manual.inputs.dry).is(true)))).toEqual(["CICL2004"]);
  expect(codes(asking(when.value(variable("V")).is("x")))).toEqual(["CICL2004"]);
  expect(codes(asking(when.branch("main")))).toEqual([]);
});

test("data in a target's own words is left alone", () => {
  const one = meta();
  const draft = draftOf(
    of(one, sh`a ${one.outputs.tags}`, native.github({ uses: "./a", with: { kind: "step-output", output: "x" } })),
  );
  expect(draft.jobs[0]?.steps[2]).toMatchObject({ step: { with: { kind: "step-output", output: "x" } } });
});
