// A value that doesn't exist, in an expression: refused with CICL2004.
import { commit, job, on, pipeline, sh, stage } from "cicl";

// @ts-expect-error the value is called "sha"
const unit = job("unit", { steps: [sh`echo ${commit.sah}`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit])] });
