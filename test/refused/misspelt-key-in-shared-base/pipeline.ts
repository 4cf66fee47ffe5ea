// A misspelt key in a shared object: refused with CICL2003.
import { job, on, pipeline, sh, stage } from "cicl";

const base = { timeuot: "5m" };
// @ts-expect-error the key that the base brings along is called "timeout"
const unit = job("unit", { ...base, steps: [sh`make test`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit])] });
