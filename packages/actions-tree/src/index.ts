export { type Contexts, sharedContexts } from "./contexts.ts";
export type { Dialect } from "./dialect.ts";
export { type Shape, unknownKeys } from "./keys.ts";
export { type Place, places } from "./places.ts";
export type { Starts } from "./scope.ts";
export { containerShape, jobShape, stepShape, triggerShape, workflowShape } from "./shape.ts";
export { lowerWorkflow } from "./workflow.ts";
