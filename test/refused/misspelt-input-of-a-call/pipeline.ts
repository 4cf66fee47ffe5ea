// A misspelt input of a called pipeline: refused with CICL2003.
import { call, input, job, on, pipeline, sh, stage } from "cicl";

const start = on.call({ inputs: { suite: input.string() } });
const run = job("run", { steps: [sh`make ${start.inputs.suite}`] });
const suite = pipeline("suite", { on: [start], stages: [stage("run", [run])] });

// @ts-expect-error the input is called "suite"
const unit = call("unit", suite, { inputs: { siute: "unit" } });

export default [suite, pipeline("hub", { on: [on.push()], stages: [stage("test", [unit])] })];
