// An output of a matrix: refused with CICL2008.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { matrix: { node: [20, 22] }, steps: [sh`make test`] });
// @ts-expect-error the legs of a matrix would overwrite each other's outputs
const tell = job("tell", { steps: [sh`echo ${unit.outputs.version}`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit]), stage("tell", [tell])] });
