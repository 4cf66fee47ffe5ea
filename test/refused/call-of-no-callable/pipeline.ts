// A call of a pipeline that can't be called: refused with CICL2004.
import { call, job, on, pipeline, sh, stage } from "cicl";

const run = job("run", { steps: [sh`make`] });
const suite = pipeline("suite", { on: [on.push()], stages: [stage("run", [run])] });

// @ts-expect-error the pipeline starts on pushes, so it can't be called
const unit = call("unit", suite);

export default [suite, pipeline("hub", { on: [on.push()], stages: [stage("test", [unit])] })];
