export type { GateRequirement, Policy } from "@cicl/model";
export { baseline } from "@cicl/policy";
