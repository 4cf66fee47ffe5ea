// A misspelt need: refused with CICL1004.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make test`] });
// @ts-expect-error there is no "unti"
const lint = job("lint", { needs: [unti], steps: [sh`make lint`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit, lint])] });
