import type { GateDefinition } from "@cicl/model";
import { dependencyAuditGate } from "./dependency-audit/index.ts";
import { driftCheckGate } from "./drift-check/index.ts";
import { secretScanGate } from "./secret-scan/index.ts";

export { dependencyAudit } from "./dependency-audit/index.ts";
export { secretScan } from "./secret-scan/index.ts";

/** Every gate that a policy can require. */
export const catalogue: readonly GateDefinition[] = [secretScanGate, dependencyAuditGate, driftCheckGate];
