/** Untrusted values: what a stranger chooses reaches a script as an environment variable, never as code. */
import { actor, job, on, pipeline, pr, sh, stage } from "cicl";

const greet = job("greet", { checkout: false, steps: [sh`echo "${actor} calls it: ${pr.title}"`] });

export default pipeline("untrusted", { on: [on.pullRequest()], stages: [stage("greet", [greet])] });
