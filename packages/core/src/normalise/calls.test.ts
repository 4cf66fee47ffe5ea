import type { Call, CallTrigger, Job, NativeKey } from "@cicl/model";
import { environmentOf, imageOf, jobOf, originOf, triggers, writes } from "../../../../test/random/build.ts";
import { a, type Draft, one, reading, refusals } from "../../../../test/random/refusals.ts";

const of = { kind: "pipeline", pipeline: "other", levels: 1, reaches: ["other"], strict: true } as const;
const calling = (overrides: Partial<Job<"draft">> = {}, call: Partial<Call> = {}): Draft =>
  one({ checkout: false, steps: [], call: { of, inputs: [], secrets: [], ...call }, ...overrides });

const called = (trigger: Partial<CallTrigger>, ...jobs: readonly Job<"draft">[]): Draft => ({
  triggers: [{ ...triggers.call, ...trigger }],
  jobs,
});
const output = (job: string, name: string): CallTrigger["outputs"][number] => ({
  ...{ name, job, output: name, origin: originOf("outputs", name) },
});
const fromCall = { kind: "call", name: "answer", origin: originOf("answer") } as const;

refusals("jobs that call", [
  ["a job can call a pipeline and hand on its outputs", calling({ outputs: [fromCall] })],
  ["it has no steps of its own", calling({ steps: a().steps }), "CICL2020"],
  ["it has no environment of its own", calling({ environment: "dev", role: "deploy" }), "CICL2020", "CICL2004"],
  ["it can't be allowed to fail", calling({ allowFailure: true }), "CICL2020"],
  ["an output of a call needs a call", one({ outputs: [fromCall] }), "CICL2020"],
]);

refusals("pipelines that are called", [
  [
    "an output of one of its jobs is the caller's",
    called({ outputs: [output("a", "answer")] }, a({ outputs: writes("answer") })),
  ],
  [
    "an output that no job declares is refused",
    called({ outputs: [output("a", "anwser")] }, a({ outputs: writes("answer") })),
    "CICL2020",
  ],
  ["another trigger beside the call is refused", { triggers: [triggers.call, triggers.push], jobs: [a()] }, "CICL2020"],
  ["an image is refused", called({}, imageOf("app")), "CICL2020"],
  [
    "an action that publishes is refused",
    called(
      {},
      jobOf("ship", {
        steps: [
          {
            kind: "uses",
            origin: originOf("pages"),
            runs: "on-success",
            allowFailure: false,
            action: "actions/deploy-pages",
            inputs: [],
            env: [],
          },
        ],
      }),
    ),
    "CICL2020",
  ],
  [
    "a deploy is refused",
    { ...called({}, jobOf("ship", { role: "deploy", environment: "dev" })), environments: [environmentOf("dev")] },
    "CICL2020",
  ],
  ["a secret that it declares is there", called({ secrets: ["TOKEN"] }, a(reading({ kind: "secret", name: "TOKEN" })))],
  [
    "a secret that it doesn't declare is refused",
    called({}, a(reading({ kind: "secret", name: "TOKEN" }))),
    "CICL2020",
  ],
  ["asking for the call is refused", called({}, a({ when: { kind: "event", event: "call" } })), "CICL2020"],
]);

const lateMatrix: NativeKey = {
  target: "github",
  origin: originOf("github"),
  path: ["strategy", "matrix"],
  content: { kind: "value", value: { kind: "variable", name: "LEGS" } },
};

refusals("a matrix that an earlier job works out", [
  ["is taken by a job that only does something", one({ native: [lateMatrix] })],
  ["has no outputs", one({ native: [lateMatrix], outputs: writes("answer") }), "CICL2011"],
  ["can't be allowed to fail", one({ native: [lateMatrix], allowFailure: true }), "CICL2011"],
]);

const required = [{ name: "merge", origin: originOf("required"), jobs: ["a"] }];

refusals("required calls", [
  ["a call whose jobs must all succeed may be required", { ...calling(), required }],
  [
    "a call of a pipeline where a job may fail is refused",
    { ...calling({}, { of: { ...of, strict: false } }), required },
    "CICL2015",
  ],
  [
    "a call of a workflow elsewhere is refused",
    {
      ...calling({}, { of: { kind: "foreign", target: "github", workflow: "o/r/w.yml", commit: "0".repeat(40) } }),
      required,
    },
    "CICL2015",
  ],
]);

const reads = (key: string) =>
  reading({ kind: "native", target: "github", untrusted: false, tree: { kind: "read", path: ["matrix", key] } });
const legs = {
  origin: originOf("matrix"),
  vectors: [{ key: "os", values: ["a"] }],
  include: [],
  exclude: [],
  failFast: false,
};

refusals("values of a matrix in GitHub's own words", [
  ["are there with a matrix that is worked out", one({ native: [lateMatrix], ...reads("os") })],
  ["are there under the keys of a matrix", one({ matrix: legs, ...reads("os") })],
  ["aren't there under other keys", one({ matrix: legs, ...reads("so") }), "CICL2011"],
  ["aren't there without a matrix", one(reads("os")), "CICL2018"],
]);
