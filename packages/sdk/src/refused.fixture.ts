/** What the programs of `refused.types.ts` are about; its own programs compile and run. */
import { type Artifact, commit, environment, image, input, job, on, sh, upload } from "./index.ts";

export const production = environment("production", { tier: "production" });
export const staging = environment("staging", { tier: "staging", approval: { count: 1, by: ["team:qa"] } });
export const app = image("app", { context: ".", repository: "registry.example.com/app" });
export const version = job("version", {
  steps: [sh`x`],
  outputs: { tag: sh`echo tag=1 >> "$CICL_OUTPUT"`, commit: commit.sha },
});
export const legs = job("legs", {
  steps: (matrix) => [sh`echo ${matrix.node} ${matrix.os}`],
  matrix: { node: [20, 22], include: [{ node: 24, os: "linux" }], failFast: true },
});
export const reports: Artifact = upload("reports", { paths: ["out"] });
export const manual = on.manual({
  inputs: { target: input.choice(["blue", "green"]), dry: input.boolean(), note: input.string() },
});

export const misspelt = { steps: [sh`x`], timeoutt: "5m" };
export const misspeltService = { imag: "pg", image: "pg" };

/** Nobody knows which, but it is false. */
export const isLong: boolean = Boolean("");
