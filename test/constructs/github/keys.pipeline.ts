/** Keys that GitHub alone has: the option `github` takes them by GitHub's own names, on a pipeline, job, step or trigger. */
import { deploy, environment, github, image, job, on, pipeline, sh, stage, template, when } from "cicl";

const staging = environment("staging", { tier: "staging", branches: ["main"] });

const build = job("build", {
  timeout: "20m",
  container: "node:22.12.0-bookworm",
  services: { db: { image: "postgres:16.4", ports: [5432] } },
  github: {
    "runs-on": { group: "large", labels: ["linux"] },
    "cache-mode": "read",
    "cancel-timeout-minutes": 2,
    container: { options: "--cpus 2", volumes: ["/tmp/shared:/shared"], ports: [8080] },
    services: { db: { command: "postgres -c fsync=off", entrypoint: "docker-entrypoint.sh", volumes: ["db:/data"] } },
  },
  steps: [sh({ github: { name: template`Build of ${github.read("github.workflow")}` } })`make`],
});
const warm = job("warm", {
  when: when.branch("main"),
  github: { snapshot: { "image-name": "warm", version: "1.*", if: when.branch("main") } },
  steps: [sh`make warm`],
});
const app = image("app", { context: ".", repository: "registry.example.com/app" });
const ship = deploy("ship", {
  to: staging,
  subject: app.digest,
  when: when.branch("main"),
  concurrency: "staging",
  github: { environment: { deployment: false }, concurrency: { queue: "max" } },
  steps: [sh`make ship`],
});

export default pipeline("keys", {
  on: [on.push({ branches: ["main"] })],
  github: { "run-name": template`Keys of ${github.read("github.actor")}`, "cache-mode": "read" },
  stages: [stage("build", [build, warm, app]), stage("ship", [ship])],
});
