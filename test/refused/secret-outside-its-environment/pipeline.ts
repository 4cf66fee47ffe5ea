// A secret outside its environment: refused with CICL2009.
import { environment, job, on, pipeline, sh, stage } from "cicl";

const production = environment("production", { tier: "production" });
// @ts-expect-error only a deploy to production sees its secrets
const unit = job("unit", { env: { TOKEN: production.secret("TOKEN") }, steps: [sh`make test`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit])] });
