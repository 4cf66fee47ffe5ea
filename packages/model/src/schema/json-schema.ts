import { z } from "zod";
import { json, origin } from "./basics.ts";
import { binding, condition, expression, nativeExpression } from "./expression.ts";
import { draftJob, normalJob } from "./job.ts";
import { pipelineSchema } from "./pipeline.ts";
import { step } from "./step.ts";
import { trigger } from "./trigger.ts";

/**
 * The JSON Schema (draft 2020-12) of a pipeline's plain data in any phase.
 * @returns the schema, ready for `JSON.stringify`
 */
export function pipelineJsonSchema(): object {
  const names = z.registry<{ readonly id: string }>();
  const named = { binding, condition, draftJob, expression, json, nativeExpression, normalJob, origin, step, trigger };
  for (const [id, schema] of Object.entries(named)) names.add(schema, { id });
  const { $schema, ...schema } = z.toJSONSchema(pipelineSchema, { target: "draft-2020-12", metadata: names });
  return {
    $schema,
    title: "A pipeline of cicl",
    description: "The intermediate representation of a pipeline: as declared, normalised, or with its gates.",
    ...schema,
  };
}
