export { type Build, buildSchema } from "./build.ts";
export { type BuildContext, checkBuild, checkTrigger, type Problem } from "./check.ts";
export { buildJsonSchema, triggerJsonSchema } from "./json-schema.ts";
export { type Trigger, triggerSchema } from "./trigger.ts";
