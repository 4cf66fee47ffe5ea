export { applyPolicy, type Gating } from "./apply.ts";
export { baseline } from "./baseline.ts";
export { subjectVariable } from "./guard.ts";
export { injectedStage, type PolicyRequest } from "./inject.ts";
export { publishes } from "./publishing.ts";
