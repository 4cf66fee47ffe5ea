import type { Expression } from "@cicl/model";
import { bindingOf, jobOf, originOf, outputOf, scriptOf, triggers, writes } from "../../../../test/random/build.ts";
import { a, is, one, reading, refusals } from "../../../../test/random/refusals.ts";

const result: Expression = { kind: "result", job: "b" };

const secret: Expression = { kind: "secret", name: "TOKEN" };

const input: Expression = { kind: "input", name: "level" };

const manual = { ...triggers.manual, inputs: { level: { type: "string", required: false } } } as const;

refusals("values", [
  ["a result is read by a job that always runs", { jobs: [jobOf("b"), a({ runs: "always", ...reading(result) })] }],
  [
    "a result is read by a job that runs on failure",
    { jobs: [jobOf("b"), a({ runs: "on-failure", when: is(result) })] },
  ],
  ["a result read by a job that runs on success is refused", { jobs: [jobOf("b"), a(reading(result))] }, "CICL2018"],
  ["a declared input is read", { triggers: [manual], ...one(reading(input)) }],
  ["an undeclared input is refused", one(reading(input)), "CICL2018"],
  [
    "an undeclared input of the pipeline's variables is refused",
    { env: [bindingOf("X", input)], jobs: [a()] },
    "CICL2018",
  ],
  ["a secret in a job's condition is refused", one({ when: is(secret) }), "CICL2018"],
  ["a secret in a step's condition is refused", one({ steps: [scriptOf("true", { when: is(secret) })] }), "CICL2018"],
  [
    "a secret in a concurrency group is refused",
    one({ concurrency: { group: secret, cancelInProgress: false } }),
    "CICL2018",
  ],
  [
    "a secret in an output is refused",
    one({ outputs: [{ kind: "value", name: "x", origin: originOf("x"), value: secret }] }),
    "CICL2018",
  ],
  [
    "an output in the pipeline's variables is refused",
    { env: [bindingOf("X", outputOf("a", "x"))], jobs: [a({ outputs: writes("x") })] },
    "CICL2018",
  ],
  [
    "a comparison with the empty string is refused",
    one({ when: is({ kind: "context", name: "actor" }, "") }),
    "CICL2004",
  ],
]);
