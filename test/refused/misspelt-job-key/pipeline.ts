// A misspelt key of a job: refused with CICL2003.
import { job, on, pipeline, sh, stage } from "cicl";

// @ts-expect-error the key is called "timeout"
const unit = job("unit", { steps: [sh`make test`], timeuot: "5m" });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit])] });
