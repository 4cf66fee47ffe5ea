import { z } from "zod";
import { artifacts } from "./artifacts.ts";
import { buildSchema } from "./build.ts";
import { buildOptions } from "./options.ts";
import { buildStep, volume } from "./step.ts";
import { triggerSchema } from "./trigger.ts";

/**
 * The JSON Schema (draft 2020-12) of a Cloud Build configuration file.
 * @returns the schema, ready for `JSON.stringify`
 */
export function buildJsonSchema(): object {
  return jsonSchemaOf(buildSchema, "A build of Cloud Build", "A configuration file as cicl renders and accepts it.", {
    artifacts,
    buildOptions,
    buildStep,
    volume,
  });
}

/**
 * The JSON Schema (draft 2020-12) of a Cloud Build trigger's file.
 * @returns the schema, ready for `JSON.stringify`
 */
export function triggerJsonSchema(): object {
  return jsonSchemaOf(triggerSchema, "A trigger of Cloud Build", "A trigger's file as cicl renders and accepts it.", {
    artifacts,
    build: buildSchema,
    buildOptions,
    buildStep,
    volume,
  });
}

/** @param named schemas that stand under `$defs` */
function jsonSchemaOf(
  root: z.ZodType,
  title: string,
  description: string,
  named: Readonly<Record<string, z.ZodType>>,
): object {
  const names = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(named)) names.add(schema, { id });
  const { $schema, ...schema } = z.toJSONSchema(root, { target: "draft-2020-12", metadata: names });
  return { $schema, title, description, ...schema };
}
