// An undefined key of a matrix: refused with CICL2011.
import { job, on, pipeline, sh, stage } from "cicl";

const unit = job("unit", {
  matrix: { node: [20, 22] },
  // @ts-expect-error the key is called "node"
  steps: (matrix) => [sh`echo ${matrix.nod}`],
});

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit])] });
