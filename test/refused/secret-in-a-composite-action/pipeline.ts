// A secret in a composite action: refused with CICL2004.
import { action, job, on, pipeline, secret, sh, stage } from "cicl";

const publish = action("publish", {
  description: "Publishes.",
  // Only synth knows that an action has no secrets.
  steps: [sh`make publish TOKEN=${secret("TOKEN")}`],
});
const release = job("release", { steps: [publish()] });

export default pipeline("hub", { on: [on.push()], stages: [stage("release", [release])] });
