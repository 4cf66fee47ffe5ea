// A misspelt key of a trigger: refused with CICL2003.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make test`] });
// @ts-expect-error the key is called "branches"
const trigger = on.push({ branchs: ["main"] });

export default pipeline("hub", { on: [trigger], stages: [stage("verify", [unit])] });
