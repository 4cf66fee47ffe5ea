import { z } from "zod";
import { jobIdPattern } from "../job.ts";
import { json, origin, permissions, runs } from "./basics.ts";
import { binding, concurrency, condition, expression, nativeKeys } from "./expression.ts";
import { step } from "./step.ts";

const texts = z.array(z.string());
const env = z.array(binding);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const leg = z.record(z.string(), scalar);

const container = z.strictObject({
  image: z.string(),
  env,
  credentials: z.strictObject({ username: expression, password: expression }).exactOptional(),
});

const service = z.strictObject({
  name: z.string(),
  origin,
  image: z.string(),
  env,
  ports: texts,
  health: z.strictObject({ command: z.string(), intervalSeconds: z.number(), retries: z.number() }).exactOptional(),
});

const checkout = z.strictObject({ depth: z.number(), submodules: z.boolean(), lfs: z.boolean() });

const output = z.discriminatedUnion("kind", [
  z.strictObject({ name: z.string(), origin, kind: z.literal("step"), step: z.number() }),
  z.strictObject({ name: z.string(), origin, kind: z.literal("value"), value: expression }),
  z.strictObject({ name: z.string(), origin, kind: z.literal("call") }),
]);

const call = z.strictObject({
  of: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("pipeline"),
      pipeline: z.string(),
      levels: z.number(),
      reaches: texts,
      strict: z.boolean(),
    }),
    z.strictObject({ kind: z.literal("foreign"), target: z.string(), workflow: z.string(), commit: z.string() }),
  ]),
  inputs: z.array(binding.extend({ type: z.enum(["string", "number", "boolean"]) })),
  secrets: env,
});

const matrix = z.strictObject({
  origin,
  vectors: z.array(z.strictObject({ key: z.string(), values: z.array(scalar) })),
  include: z.array(leg),
  exclude: z.array(leg),
  failFast: z.boolean(),
  maxParallel: z.number().exactOptional(),
});

const report = z.strictObject({
  kind: z.enum(["junit", "coverage", "sarif"]),
  origin,
  paths: texts,
  minimum: z.number().exactOptional(),
});

const gateMark = z.strictObject({
  id: z.string(),
  placement: z.enum(["source", "artifact", "deployed", "change"]),
  parameters: z.record(z.string(), json),
  injected: z.strictObject({ rule: z.string(), layer: z.string(), because: texts }).exactOptional(),
});

export const draftJob = z.strictObject({
  id: z.string().regex(jobIdPattern),
  origin,
  role: z.enum(["ordinary", "image", "deploy", "gate", "aggregate"]),
  stage: z.string(),
  runner: z.strictObject({
    os: z.enum(["linux", "windows", "macos"]),
    arch: z.enum(["x64", "arm64"]),
    labels: texts,
  }),
  container: container.exactOptional(),
  services: z.array(service),
  checkout: z.union([z.literal(false), checkout]),
  steps: z.array(step),
  env,
  outputs: z.array(output),
  needs: texts.exactOptional(),
  when: condition.exactOptional(),
  runs,
  allowFailure: z.boolean(),
  matrix: matrix.exactOptional(),
  environment: z.string().exactOptional(),
  subject: expression.exactOptional(),
  permissions,
  concurrency: concurrency.exactOptional(),
  timeoutMinutes: z.number().exactOptional(),
  retry: z.strictObject({ attempts: z.number(), delaySeconds: z.number() }).exactOptional(),
  reports: z.array(report),
  call: call.exactOptional(),
  gate: gateMark.exactOptional(),
  native: nativeKeys.exactOptional(),
});

export const normalJob = draftJob.extend({
  edges: z.array(z.strictObject({ from: z.string(), kind: z.enum(["order", "explicit", "gate"]) })),
  timeoutMinutes: z.number(),
});
