// An unknown activity type: refused with CICL2012.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", { steps: [sh`make test`] });
// @ts-expect-error the activity is called "opened"
const trigger = on.pullRequest({ activities: ["open"] });

export default pipeline("hub", { on: [trigger], stages: [stage("verify", [unit])] });
