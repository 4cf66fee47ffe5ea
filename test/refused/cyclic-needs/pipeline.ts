// Needs in a cycle: refused with CICL2005.
import { job, on, pipeline, sh, stage } from "cicl";

// @ts-expect-error "web" is declared below, and a job can only need one that is there
const api = job("api", { needs: [web], steps: [sh`make api`] });
// @ts-expect-error nor can it be needed by what it needs
const web = job("web", { needs: [api], steps: [sh`make web`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [api, web])] });
