// A dangerous event without a reason: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";

const greet = job("greet", { checkout: false, steps: [sh`echo welcome`] });

export default pipeline("hub", {
  // @ts-expect-error strangers' changes would run with the repository's rights, and nobody said why
  on: [on.github("pull_request_target", { types: ["opened"] })],
  stages: [stage("greet", [greet])],
});
