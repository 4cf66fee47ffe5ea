// A function out of place: refused with CICL2018.
import { github, job, on, pipeline, sh, stage } from "cicl";

// Only synth knows that hashFiles is known in steps alone.
const build = job("build", { env: { SUM: github.hashFiles("**/go.sum") }, steps: [sh`make`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("build", [build])] });
