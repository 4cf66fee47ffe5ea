// A misspelt key further in: refused with CICL2003.
import { job, on, pipeline, sh, stage } from "cicl";

const db = { image: "postgres:16", port: ["5432"] };
// @ts-expect-error the key of a service is called "ports"
const unit = job("unit", { container: "node:22", services: { db }, steps: [sh`make test`] });

export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [unit])] });
