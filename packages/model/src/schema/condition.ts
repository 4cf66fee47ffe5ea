import { z } from "zod";
import type { Condition } from "../condition.ts";
import { eventNames } from "../trigger.ts";
import { expression } from "./basics.ts";
import { exactly } from "./exactly.ts";

/** Declared before the union that it names, since conditions hold conditions. */
export const condition: z.ZodType<Condition> = z.lazy(() => conditionKinds);

const conditionKinds = exactly<Condition>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("branch"), pattern: z.string() }),
    z.strictObject({ kind: z.literal("tag"), pattern: z.string() }),
    z.strictObject({ kind: z.literal("event"), event: z.enum(eventNames) }),
    z.strictObject({ kind: z.literal("fork") }),
    z.strictObject({ kind: z.literal("draft") }),
    z.strictObject({ kind: z.literal("changed"), globs: z.array(z.string()) }),
    z.strictObject({ kind: z.literal("equals"), value: expression, to: z.string() }),
    z.strictObject({ kind: z.literal("and"), of: z.array(condition) }),
    z.strictObject({ kind: z.literal("or"), of: z.array(condition) }),
    z.strictObject({ kind: z.literal("not"), of: condition }),
  ]),
);
