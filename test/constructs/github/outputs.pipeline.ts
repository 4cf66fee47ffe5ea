/** Outputs: a script writes them into CICL_OUTPUT; reading one waits for its job. */
import { job, on, pipeline, sh, stage } from "cicl";

const read = sh`echo "version=$(cat VERSION)" >> "$CICL_OUTPUT"`;
const version = job("version", { steps: [read], outputs: { version: read } });
const build = job("build", { steps: [sh`make build VERSION=${version.outputs.version}`] });

export default pipeline("outputs", { on: [on.push()], stages: [stage("build", [version, build])] });
