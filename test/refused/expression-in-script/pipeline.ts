// An engine's expression in a script: refused with CICL3005.
import { job, on, pipeline, sh, stage } from "cicl";

// Only synth knows that the next line would have a branch's name pasted into the script, whatever it holds.
const greet = job("greet", { steps: [sh`echo "\${{ github.ref_name }}"`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("greet", [greet])] });
