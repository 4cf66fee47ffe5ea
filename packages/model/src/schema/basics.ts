import { z } from "zod";
import type { Permissions } from "../job.ts";
import type { Json } from "../step.ts";
import { exactly } from "./exactly.ts";

export const json: z.ZodType<Json> = z.json();

export const origin = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  path: z.array(z.string()).exactOptional(),
});

export const runs = z.enum(["on-success", "always", "on-failure"]);

const level = z.enum(["read", "write"]).exactOptional();
const read = z.literal("read").exactOptional();
const write = z.literal("write").exactOptional();

export const permissions = exactly<Permissions>()(
  z.strictObject({
    actions: level,
    "artifact-metadata": level,
    attestations: level,
    checks: level,
    "code-quality": level,
    contents: level,
    "copilot-requests": write,
    deployments: level,
    discussions: level,
    drives: level,
    "id-token": write,
    issues: level,
    models: read,
    packages: level,
    pages: level,
    "pull-requests": level,
    "repository-projects": level,
    "security-events": level,
    statuses: level,
    "vulnerability-alerts": read,
  }),
);
