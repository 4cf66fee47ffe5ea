/** Images and deploys: an image is pushed once, by digest; a deploy ships that digest to an environment. */
import { deploy, environment, image, job, on, pipeline, secret, sh, stage, when } from "cicl";

const staging = environment("staging", { tier: "staging", branches: ["main"], url: "https://staging.example.com" });
const unit = job("unit", { steps: [sh`make unit`] });
const app = image("app", {
  context: ".",
  repository: "registry.example.com/app",
  login: { username: "ci", password: secret("REGISTRY_TOKEN") },
});
const ship = deploy("ship", {
  to: staging,
  subject: app.digest,
  when: when.branch("main"),
  env: { TOKEN: staging.secret("TOKEN") },
  steps: [sh`helm upgrade app ./chart --set image.digest=${app.digest}`],
});

export default pipeline("deploy", {
  on: [on.pullRequest(), on.push({ branches: ["main"] })],
  stages: [stage("verify", [unit]), stage("package", [app]), stage("ship", [ship])],
});
