/** Outputs of steps: what an action declares is a typed value for later steps and for the job's own outputs. */
import { job, on, pipeline, sh, stage, uses } from "cicl";
import { docker } from "cicl/actions";

const meta = docker.metadataAction({ images: "registry.example.com/hub" });
const probe = uses.untyped("example/probe@0123456789abcdef0123456789abcdef01234567", { outputs: ["port"] });

const label = job("label", {
  steps: [meta, probe, sh`echo "${meta.outputs.tags} on ${probe.outputs.port}"`],
  outputs: { version: meta.outputs.version },
});
const use = job("use", { steps: [sh`echo ${label.outputs.version}`] });

export default pipeline("step-outputs", {
  on: [on.push({ branches: ["main"] })],
  stages: [stage("label", [label]), stage("use", [use])],
});
