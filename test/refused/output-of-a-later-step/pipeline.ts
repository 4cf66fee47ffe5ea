// An output of a later step: refused with CICL2018.
import { job, on, pipeline, sh, stage } from "cicl";
import { docker } from "cicl/actions";

const meta = docker.metadataAction({ images: "registry.example.com/hub" });
// Only synth knows the order of the steps.
const tell = sh`echo ${meta.outputs.tags}`;
const label = job("label", { steps: [tell, meta] });

export default pipeline("hub", { on: [on.push()], stages: [stage("label", [label])] });
