import { type Job, job, runner, sh, variable } from "cicl";
import { node } from "./toolchain.ts";

/** A check of one package: the script of that name in its package.json. */
function check(owner: string, script: string): Job {
  return job(`${owner}-${script}`, {
    steps: [node, sh`pnpm --filter ${`@letsbe/${owner}`} run ${script}`],
  });
}

const hub = ["lint", "unit", "integration", "migrations", "contract"].map((script) => check("hub", script));

const safetyWrapper = ["unit", "hooks", "invariants"].map((script) => check("safety-wrapper", script));

const egressProxy = ["redaction", "outbound-policy", "performance"].map((script) => check("egress-proxy", script));

const provisioner = [
  job("provisioner-shellcheck", { steps: [sh`shellcheck packages/provisioner/scripts/*.sh`] }),
  check("provisioner", "templates"),
  job("provisioner-smoke", {
    runner: runner.linux({ labels: ["disposable-vps"] }),
    env: { VPS_HOST: variable("DISPOSABLE_VPS_HOST") },
    steps: [sh`packages/provisioner/scripts/smoke.sh`, sh({ runs: "always" })`packages/provisioner/scripts/destroy.sh`],
    timeout: "45m",
  }),
];

const mobile = ["typecheck", "ui", "contract", "build"].map((script) => check("mobile", script));

const website = ["lint", "typecheck", "onboarding", "pricing"].map((script) => check("website", script));

/** What each package must have passed before a merge; these jobs run on every event. */
export const required = {
  hub,
  "safety-wrapper": safetyWrapper,
  "egress-proxy": egressProxy,
  provisioner,
  mobile,
  website,
};
