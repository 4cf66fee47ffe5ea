import { z } from "zod";
import type { Phase, Unbranded } from "../pipeline.ts";
import { origin } from "./basics.ts";
import { exactly } from "./exactly.ts";
import { binding, concurrency, nativeKeys } from "./expression.ts";
import { draftJob, normalJob } from "./job.ts";
import { step } from "./step.ts";
import { inputs, trigger } from "./trigger.ts";

const environment = z.strictObject({
  name: z.string(),
  origin,
  tier: z.enum(["development", "staging", "production"]),
  approval: z.strictObject({ count: z.number(), by: z.array(z.string()) }).exactOptional(),
  waitMinutes: z.number().exactOptional(),
  window: z.strictObject({ days: z.string(), from: z.string(), to: z.string(), zone: z.string() }).exactOptional(),
  branches: z.array(z.string()).exactOptional(),
  credentials: z.enum(["secret", "runner", "repository"]),
  url: z.string().exactOptional(),
});

const action = z.strictObject({
  name: z.string(),
  source: z.string(),
  origin,
  description: z.string(),
  inputs,
  outputs: z.array(
    z.strictObject({
      name: z.string(),
      origin,
      value: z.strictObject({ kind: z.literal("step-output"), step: z.number(), output: z.string() }),
    }),
  ),
  steps: z.array(step),
});

const base = {
  name: z.string(),
  source: z.string(),
  origin,
  triggers: z.array(trigger),
  stages: z.array(z.strictObject({ name: z.string(), origin })),
  environments: z.array(environment),
  env: z.array(binding),
  concurrency: concurrency.exactOptional(),
  required: z.array(z.strictObject({ name: z.string(), origin, jobs: z.array(z.string()) })),
  actions: z.array(action).exactOptional(),
  native: nativeKeys.exactOptional(),
};

/** The schema of a pipeline's plain data in each phase; unknown keys are refused at any depth. */
export const pipelineSchemas = {
  draft: exactly<Unbranded<"draft">>()(z.strictObject({ phase: z.literal("draft"), ...base, jobs: z.array(draftJob) })),
  normalised: exactly<Unbranded<"normalised">>()(
    z.strictObject({ phase: z.literal("normalised"), ...base, jobs: z.array(normalJob) }),
  ),
  gated: exactly<Unbranded<"gated">>()(
    z.strictObject({ phase: z.literal("gated"), ...base, jobs: z.array(normalJob) }),
  ),
} satisfies Record<Phase, z.ZodType>;

/** The schema of a pipeline in whichever phase it says it is in. */
export const pipelineSchema = z.discriminatedUnion("phase", [
  pipelineSchemas.draft,
  pipelineSchemas.normalised,
  pipelineSchemas.gated,
]);
