// A misspelt key of GitHub's own: refused with CICL2003.
import { job, on, pipeline, sh, stage } from "cicl";

// @ts-expect-error the key is called "cache-mode"
const build = job("build", { github: { "cache-mod": "none" }, steps: [sh`make`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("build", [build])] });
