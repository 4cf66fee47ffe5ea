// A tag as the subject of a deploy: refused with CICL2013.
import { deploy, environment, image, on, pipeline, sh, stage, when } from "cicl";

const staging = environment("staging", { tier: "staging" });
const app = image("app", { context: ".", repository: "registry.example.com/app" });
// @ts-expect-error a subject is a digest, not a tag
const ship = deploy("ship", { to: staging, subject: "app:1.0", when: when.branch("main"), steps: [sh`ship`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("build", [app]), stage("ship", [ship])] });
