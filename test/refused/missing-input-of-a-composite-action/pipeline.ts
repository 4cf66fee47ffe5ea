// A missing input of a composite action: refused with CICL2004.
import { action, input, job, on, pipeline, sh, stage } from "cicl";

const prepare = action("prepare", {
  description: "Installs the tools.",
  inputs: { version: input.string({ required: true }) },
  steps: ({ version }) => [sh`make tools VERSION=${version}`],
});
// @ts-expect-error the action asks for "version"
const build = job("build", { steps: [prepare({})] });

export default pipeline("hub", { on: [on.push()], stages: [stage("build", [build])] });
