import { gateToken } from "@cicl/model";
import { type Step, sh } from "@cicl/sdk";

/** The last step of every gate: leaves the token, which nothing but a run of the whole gate can leave. */
export const passed: Step = sh({ name: "The gate has passed" })`echo ${gateToken}="$(date +%s)" >> "$CICL_OUTPUT"`;
