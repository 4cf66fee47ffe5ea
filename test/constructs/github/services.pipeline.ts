/** Services: containers beside the job, reached under their names. */
import { job, on, pipeline, sh, stage } from "cicl";

const integration = job("integration", {
  container: "node:22-bookworm",
  services: {
    db: { image: "postgres:17.2", env: { POSTGRES_PASSWORD: "test" }, health: { command: "pg_isready" } },
  },
  env: { DATABASE_URL: "postgres://postgres:test@db/postgres" },
  steps: [sh`npm ci && npm run test:integration`],
});

export default pipeline("services", { on: [on.pullRequest()], stages: [stage("verify", [integration])] });
