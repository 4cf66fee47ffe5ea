/** Steps beside each other: in the background, waited for by name, or side by side as one step. */
import { github, job, on, pipeline, sh, stage } from "cicl";

const server = sh({ name: "Serve", github: { background: true } })`make serve`;
const build = sh({ name: "Build", github: { background: true } })`make build`;

const test = job("test", {
  steps: [
    server,
    build,
    sh`make wait-for-server`,
    github.wait(build, { name: "The build is done" }),
    github.parallel([sh`make test-a`, sh`make test-b`]),
    github.cancel(server),
    github.waitAll(),
  ],
});

export default pipeline("background", { on: [on.pullRequest()], stages: [stage("test", [test])] });
