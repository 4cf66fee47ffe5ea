/** Matrix: a job for each combination; its legs go on when one fails, unless told otherwise. */
import { job, on, pipeline, setup, sh, stage } from "cicl";

const unit = job("unit", {
  matrix: { database: ["postgres", "sqlite"], shard: [1, 2], exclude: [{ database: "sqlite", shard: 2 }] },
  steps: (matrix) => [
    setup.node({ version: "22", packages: "npm" }),
    sh`npm test -- --database ${matrix.database} --shard ${matrix.shard}`,
  ],
});

export default pipeline("matrix", { on: [on.pullRequest()], stages: [stage("verify", [unit])] });
