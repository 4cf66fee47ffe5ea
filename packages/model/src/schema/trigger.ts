import { z } from "zod";
import { pullRequestActivities } from "../trigger.ts";
import { origin } from "./basics.ts";
import { nativeKeys } from "./expression.ts";

const globs = z.array(z.string());
const pathFilter = z.strictObject({ include: globs, exclude: globs });

const inputDeclaration = z.strictObject({
  type: z.enum(["string", "boolean", "number", "choice", "environment"]),
  required: z.boolean(),
  default: z.union([z.string(), z.boolean(), z.number()]).exactOptional(),
  description: z.string().exactOptional(),
  options: z.array(z.string()).exactOptional(),
});
export const inputs = z.record(z.string(), inputDeclaration);

export const trigger = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("push"),
    origin,
    branches: globs.exactOptional(),
    paths: pathFilter.exactOptional(),
    native: nativeKeys.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("tag"), origin, tags: globs }),
  z.strictObject({
    kind: z.literal("pull-request"),
    origin,
    branches: globs.exactOptional(),
    paths: pathFilter.exactOptional(),
    activities: z.array(z.enum(pullRequestActivities)).exactOptional(),
    native: nativeKeys.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("merge-queue"),
    origin,
    branches: globs.exactOptional(),
    native: nativeKeys.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("schedule"), origin, cron: z.string(), zone: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal("manual"), origin, inputs }),
  z.strictObject({
    kind: z.literal("call"),
    origin,
    inputs,
    secrets: z.array(z.string()),
    outputs: z.array(
      z.strictObject({
        name: z.string(),
        origin,
        description: z.string().exactOptional(),
        job: z.string(),
        output: z.string(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal("native"),
    origin,
    target: z.string(),
    event: z.string(),
    filters: z.record(z.string(), z.array(z.string())),
    open: z.boolean(),
    reason: z.string().exactOptional(),
  }),
]);
