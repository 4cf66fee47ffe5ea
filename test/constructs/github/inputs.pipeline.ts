/** Inputs: whoever starts the run by hand chooses them; a script reads them as environment variables. */
import { input, job, on, pipeline, sh, stage, when } from "cicl";

const manual = on.manual({
  inputs: {
    level: input.choice(["info", "debug"], { default: "info" }),
    clean: input.boolean({ default: false }),
    note: input.string(),
  },
});
const wipe = job("wipe", { when: when.input(manual.inputs.clean).is(true), steps: [sh`make clean`] });
const build = job("build", { steps: [sh`make build LEVEL=${manual.inputs.level} NOTE=${manual.inputs.note}`] });

export default pipeline("inputs", { on: [manual], stages: [stage("prepare", [wipe]), stage("build", [build])] });
