import { z } from "zod";
import type { Condition } from "../condition.ts";
import { contexts, type Expression } from "../expression.ts";
import type { NativeExpression } from "../native-expression.ts";
import type { NativeKey } from "../native-key.ts";
import { eventNames } from "../trigger.ts";
import { json, origin } from "./basics.ts";
import { exactly } from "./exactly.ts";

const contextNames = Object.keys(contexts) as (keyof typeof contexts)[];

/** Declared before the unions that they name, since all three hold each other. */
export const expression: z.ZodType<Expression> = z.lazy(() => expressionKinds);
export const condition: z.ZodType<Condition> = z.lazy(() => conditionKinds);
export const nativeExpression: z.ZodType<NativeExpression> = z.lazy(() => nativeKinds);

const expressionKinds = exactly<Expression>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("literal"), value: z.string() }),
    z.strictObject({ kind: z.literal("context"), name: z.enum(contextNames) }),
    z.strictObject({ kind: z.literal("input"), name: z.string() }),
    z.strictObject({ kind: z.literal("output"), job: z.string(), output: z.string() }),
    z.strictObject({ kind: z.literal("step-output"), step: z.number(), output: z.string() }),
    z.strictObject({ kind: z.literal("result"), job: z.string() }),
    z.strictObject({ kind: z.literal("secret"), name: z.string(), environment: z.string().exactOptional() }),
    z.strictObject({ kind: z.literal("variable"), name: z.string(), environment: z.string().exactOptional() }),
    z.strictObject({ kind: z.literal("matrix"), key: z.string() }),
    z.strictObject({ kind: z.literal("native"), target: z.string(), tree: nativeExpression, untrusted: z.boolean() }),
    z.strictObject({ kind: z.literal("template"), parts: z.array(expression) }),
  ]),
);

const conditionKinds = exactly<Condition>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("branch"), pattern: z.string() }),
    z.strictObject({ kind: z.literal("tag"), pattern: z.string() }),
    z.strictObject({ kind: z.literal("event"), event: z.enum(eventNames) }),
    z.strictObject({ kind: z.literal("fork") }),
    z.strictObject({ kind: z.literal("draft") }),
    z.strictObject({ kind: z.literal("changed"), globs: z.array(z.string()) }),
    z.strictObject({ kind: z.literal("equals"), value: expression, to: z.string() }),
    z.strictObject({
      kind: z.literal("native-event"),
      target: z.string(),
      event: z.string(),
      activity: z.string().exactOptional(),
    }),
    z.strictObject({ kind: z.literal("native"), target: z.string(), tree: nativeExpression }),
    z.strictObject({ kind: z.literal("and"), of: z.array(condition) }),
    z.strictObject({ kind: z.literal("or"), of: z.array(condition) }),
    z.strictObject({ kind: z.literal("not"), of: condition }),
  ]),
);

const nativeKinds = exactly<NativeExpression>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("read"), path: z.array(z.string()), of: nativeExpression.exactOptional() }),
    z.strictObject({ kind: z.literal("constant"), value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
    z.strictObject({ kind: z.literal("call"), name: z.string(), args: z.array(nativeExpression) }),
    z.strictObject({ kind: z.literal("value"), value: expression }),
    z.strictObject({ kind: z.literal("condition"), condition }),
  ]),
);

export const binding = z.strictObject({ name: z.string(), value: expression, origin });

export const concurrency = z.strictObject({ group: expression, cancelInProgress: z.boolean() });

const nativeKey = exactly<NativeKey>()(
  z.strictObject({
    target: z.string(),
    origin,
    path: z.array(z.string()),
    content: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("data"), data: json }),
      z.strictObject({ kind: z.literal("value"), value: expression }),
      z.strictObject({ kind: z.literal("condition"), condition }),
    ]),
  }),
);

/** Keys of one target, on whatever holds them. */
export const nativeKeys = z.array(nativeKey);
