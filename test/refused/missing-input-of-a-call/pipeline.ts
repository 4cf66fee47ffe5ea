// A missing input of a called pipeline: refused with CICL2004.
import { call, input, job, on, pipeline, sh, stage } from "cicl";

const start = on.call({ inputs: { suite: input.string({ required: true }) } });
const run = job("run", { steps: [sh`make ${start.inputs.suite}`] });
const suite = pipeline("suite", { on: [start], stages: [stage("run", [run])] });

// @ts-expect-error the pipeline asks for "suite"
const unit = call("unit", suite, { inputs: {} });

export default [suite, pipeline("hub", { on: [on.push()], stages: [stage("test", [unit])] })];
