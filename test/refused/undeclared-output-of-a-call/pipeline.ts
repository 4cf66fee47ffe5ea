// An output that a called pipeline doesn't have: refused with CICL2008.
import { call, job, on, pipeline, sh, stage } from "cicl";

const run = job("run", { steps: [], outputs: { passed: sh`echo passed=1 >> "$CICL_OUTPUT"` } });
const suite = pipeline("suite", {
  on: [on.call()],
  stages: [stage("run", [run])],
  outputs: { passed: run.outputs.passed },
});
const unit = call("unit", suite);
// @ts-expect-error the output is called "passed"
const tell = job("tell", { steps: [sh`echo ${unit.outputs.past}`] });

export default [suite, pipeline("hub", { on: [on.push()], stages: [stage("test", [unit]), stage("tell", [tell])] })];
