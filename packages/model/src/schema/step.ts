import { z } from "zod";
import type { Step } from "../step.ts";
import { json, origin, permissions, runs } from "./basics.ts";
import { exactly } from "./exactly.ts";
import { binding, condition, expression, nativeKeys } from "./expression.ts";

/** Declared before the union that it names, since per-target steps hold steps. */
export const step: z.ZodType<Step> = z.lazy(() => stepKinds);

const base = {
  origin,
  name: z.string().exactOptional(),
  when: condition.exactOptional(),
  runs,
  allowFailure: z.boolean(),
  timeoutMinutes: z.number().exactOptional(),
  native: nativeKeys.exactOptional(),
};
const env = z.array(binding);
const texts = z.array(z.string());

const stepKinds = exactly<Step>()(
  z.discriminatedUnion("kind", [
    z.strictObject({
      ...base,
      kind: z.literal("script"),
      shell: z.enum(["sh", "bash", "pwsh"]),
      text: z.string(),
      env,
      directory: z.string().exactOptional(),
      guard: z.literal(true).exactOptional(),
    }),
    z.strictObject({
      ...base,
      kind: z.literal("setup"),
      toolchain: z.enum(["node", "python", "go"]),
      version: z.string(),
      packages: z.enum(["npm", "pnpm", "yarn", "pip", "uv", "go"]).exactOptional(),
      install: z.boolean(),
      directory: z.string().exactOptional(),
    }),
    z.strictObject({ ...base, kind: z.literal("cache"), paths: texts, key: z.string(), files: texts }),
    z.strictObject({
      ...base,
      kind: z.literal("upload"),
      artifact: z.string(),
      paths: texts,
      retentionDays: z.number().exactOptional(),
      ifMissing: z.enum(["fail", "ignore"]),
    }),
    z.strictObject({ ...base, kind: z.literal("download"), artifact: z.string(), job: z.string(), path: z.string() }),
    z.strictObject({
      ...base,
      kind: z.literal("container"),
      image: z.string(),
      entrypoint: z.string().exactOptional(),
      args: texts,
      env,
    }),
    z.strictObject({
      ...base,
      kind: z.literal("image"),
      context: z.string(),
      dockerfile: z.string(),
      repository: z.string(),
      buildArgs: env,
      platforms: texts,
      target: z.string().exactOptional(),
      login: z.strictObject({ username: expression, password: expression }).exactOptional(),
    }),
    z.strictObject({
      ...base,
      kind: z.literal("uses"),
      action: z.string(),
      commit: z.string().exactOptional(),
      version: z.string().exactOptional(),
      known: z.literal(true).exactOptional(),
      permissions: permissions.exactOptional(),
      inputs: z.array(binding),
      env,
    }),
    z.strictObject({ ...base, kind: z.literal("native"), target: z.string(), step: z.record(z.string(), json) }),
    z.strictObject({
      ...base,
      kind: z.literal("composite"),
      action: z.string(),
      permissions: permissions.exactOptional(),
      inputs: z.array(binding),
    }),
    z.strictObject({ ...base, kind: z.literal("parallel"), steps: z.array(step) }),
    z.strictObject({
      ...base,
      kind: z.literal("wait"),
      steps: z.union([z.array(z.number()), z.literal("all")]),
    }),
    z.strictObject({ ...base, kind: z.literal("cancel"), step: z.number() }),
    z.strictObject({ ...base, kind: z.literal("per-target"), targets: z.record(z.string(), z.array(step)) }),
  ]),
);
