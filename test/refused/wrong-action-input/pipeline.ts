// A wrong type for an input of an action: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";
import { docker } from "cicl/actions";

// @ts-expect-error "push" is true or false
docker.buildPushAction({ push: "yes" });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [job("unit", { steps: [sh`make`] })])] });
