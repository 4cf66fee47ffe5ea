// A job's name as a need: refused with CICL2005.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make test`] });
// @ts-expect-error a need is a job, not its name
const lint = job("lint", { needs: ["unit"], steps: [sh`make lint`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit, lint])] });
