// An unknown member of GitHub's contexts: refused with CICL2018.
import { github, job, on, pipeline, sh, stage } from "cicl";

// @ts-expect-error the member is called "workflow"
const tell = job("tell", { steps: [sh`echo ${github.read("github.workflw")}`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("tell", [tell])] });
