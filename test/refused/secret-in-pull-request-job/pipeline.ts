// A secret in a job of pull requests: refused with CICL2014 and CICL2019.
import { deploy, environment, image, job, on, pipeline, sh, stage } from "cicl";

const dev = environment("dev", { tier: "development" });
const unit = job("unit", { steps: [sh`make unit`] });
const app = image("app", { context: ".", repository: "registry.example.com/app" });
// Only synth knows that the next line gives a secret to whoever opens a pull request.
const ship = deploy("ship", {
  to: dev,
  subject: app.digest,
  env: { TOKEN: dev.secret("TOKEN") },
  steps: [sh`./deploy.sh`],
});

export default pipeline("hub", {
  on: [on.pullRequest(), on.push({ branches: ["main"] })],
  stages: [stage("verify", [unit]), stage("package", [app]), stage("ship", [ship])],
});
