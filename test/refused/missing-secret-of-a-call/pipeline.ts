// A missing secret of a called pipeline: refused with CICL2004.
import { call, job, on, pipeline, sh, stage } from "cicl";

const start = on.call({ secrets: ["TOKEN"] });
const run = job("run", { env: { TOKEN: start.secrets.TOKEN }, steps: [sh`make`] });
const suite = pipeline("suite", { on: [start], stages: [stage("run", [run])] });

// @ts-expect-error the pipeline asks for the secret "TOKEN"
const unit = call("unit", suite);

export default [suite, pipeline("hub", { on: [on.push()], stages: [stage("test", [unit])] })];
