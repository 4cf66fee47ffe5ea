// An output that an action doesn't have: refused with CICL2008.
import { job, on, pipeline, sh, stage } from "cicl";
import { docker } from "cicl/actions";

const meta = docker.metadataAction({ images: "registry.example.com/hub" });
// @ts-expect-error the output is called "tags"
const label = job("label", { steps: [meta, sh`echo ${meta.outputs.tag}`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("label", [label])] });
