// An output that isn't declared: refused with CICL2008.
import { job, on, pipeline, sh, stage } from "cicl";

const build = job("build", { steps: [], outputs: { version: sh`echo version=1 >> "$CICL_OUTPUT"` } });
// @ts-expect-error the output is called "version"
const announce = job("announce", { steps: [sh`echo ${build.outputs.versoin}`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [build]), stage("tell", [announce])] });
