import { z } from "zod";
import { contexts, type Expression } from "../expression.ts";
import { permissionScopes } from "../job.ts";
import type { Json } from "../step.ts";
import { exactly } from "./exactly.ts";

const contextNames = Object.keys(contexts) as (keyof typeof contexts)[];

export const json: z.ZodType<Json> = z.json();

export const origin = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  path: z.array(z.string()).exactOptional(),
});

/** Declared before the union that it names, since templates hold expressions. */
export const expression: z.ZodType<Expression> = z.lazy(() => expressionKinds);

const expressionKinds = exactly<Expression>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("literal"), value: z.string() }),
    z.strictObject({ kind: z.literal("context"), name: z.enum(contextNames) }),
    z.strictObject({ kind: z.literal("input"), name: z.string() }),
    z.strictObject({ kind: z.literal("output"), job: z.string(), output: z.string() }),
    z.strictObject({ kind: z.literal("result"), job: z.string() }),
    z.strictObject({ kind: z.literal("secret"), name: z.string(), environment: z.string().exactOptional() }),
    z.strictObject({ kind: z.literal("variable"), name: z.string(), environment: z.string().exactOptional() }),
    z.strictObject({ kind: z.literal("matrix"), key: z.string() }),
    z.strictObject({ kind: z.literal("template"), parts: z.array(expression) }),
  ]),
);

export const binding = z.strictObject({ name: z.string(), value: expression, origin });

export const runs = z.enum(["on-success", "always", "on-failure"]);

export const concurrency = z.strictObject({ group: expression, cancelInProgress: z.boolean() });

export const permissions = z.partialRecord(z.enum(permissionScopes), z.enum(["read", "write"]));
