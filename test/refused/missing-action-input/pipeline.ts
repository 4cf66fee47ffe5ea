// A missing input of an action: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";
import { actions } from "cicl/actions";

// @ts-expect-error a cache needs a "key"
actions.cache({ path: "node_modules" });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [job("unit", { steps: [sh`make`] })])] });
