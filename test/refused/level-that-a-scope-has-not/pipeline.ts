// A level that a scope doesn't have: refused with CICL2004.
import { job, on, pipeline, sh, stage } from "cicl";

// @ts-expect-error an identity token is only ever written
const build = job("build", { permissions: { "id-token": "read" }, steps: [sh`make`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("build", [build])] });
