// A context out of place: refused with CICL2018.
import { call, github, input, job, on, pipeline, sh, stage } from "cicl";

const start = on.call({ inputs: { level: input.string() } });
const run = job("run", { steps: [sh`make ${start.inputs.level}`] });
const suite = pipeline("suite", { on: [start], stages: [stage("run", [run])] });

// Only synth knows that a call is made before any variable is there.
const unit = call("unit", suite, { inputs: { level: github.read("env.LEVEL") } });

export default [suite, pipeline("hub", { on: [on.push()], stages: [stage("test", [unit])] })];
