/** Calls: a pipeline whose only trigger is a call is a function; inputs, secrets and outputs are checked where it is called. */
import { call, input, job, on, pipeline, secret, sh, stage } from "cicl";

const start = on.call({
  inputs: { suite: input.string({ required: true }), retries: input.number({ default: 1 }) },
  secrets: ["REPORT_TOKEN"],
});
const run = job("run", {
  env: { REPORT_TOKEN: start.secrets.REPORT_TOKEN },
  outputs: { passed: sh`make ${start.inputs.suite} RETRIES=${start.inputs.retries} >> "$CICL_OUTPUT"` },
  steps: [],
});
const suite = pipeline("suite", {
  on: [start],
  stages: [stage("run", [run])],
  outputs: { passed: run.outputs.passed },
});

const unit = call("unit", suite, { inputs: { suite: "unit" }, secrets: { REPORT_TOKEN: secret("REPORT_TOKEN") } });
const browsers = call("browsers", suite, {
  matrix: { browser: ["firefox", "chromium"] },
  inputs: ({ browser }) => ({ suite: browser, retries: 3 }),
  secrets: { REPORT_TOKEN: secret("REPORT_TOKEN") },
});
const scan = call.untyped(
  "scan",
  "example/shared/.github/workflows/scan.yml@0123456789abcdef0123456789abcdef01234567",
  { inputs: { level: "high" }, permissions: { contents: "read" }, outputs: ["findings"] },
);
const report = job("report", {
  steps: [sh`echo "${unit.outputs.passed} passed, ${scan.outputs.findings} findings"`],
});

export default [
  suite,
  pipeline("calls", {
    on: [on.pullRequest(), on.mergeQueue()],
    stages: [stage("test", [unit, browsers, scan]), stage("report", [report])],
  }),
];
