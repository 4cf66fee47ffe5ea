/** Actions: typed inputs, a commit from the lock, and only the scopes that they are known to need. */
import { job, on, pipeline, sh, stage, uses } from "cicl";
import { actions } from "cicl/actions";

const build = job("build", {
  steps: [
    actions.setupGo({ "go-version": "1.26", cache: false }),
    sh`go build -o dist/app ./...`,
    actions.attest({ "subject-path": "dist/app" }),
    uses.untyped("example/notify@0123456789abcdef0123456789abcdef01234567", { with: { channel: "ci" } }),
  ],
});

export default pipeline("actions", { on: [on.push({ branches: ["main"] })], stages: [stage("build", [build])] });
