// A secret of another environment: refused with CICL2009.
import { deploy, environment, image, on, pipeline, sh, stage, when } from "cicl";

const staging = environment("staging", { tier: "staging" });
const production = environment("production", { tier: "production" });
const app = image("app", { context: ".", repository: "registry.example.com/app" });
const options = { to: staging, subject: app.digest, when: when.branch("main") } as const;
// @ts-expect-error a deploy to staging doesn't see production's secrets
const ship = deploy("ship", { ...options, steps: [sh`ship ${production.secret("TOKEN")}`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("build", [app]), stage("ship", [ship])] });
