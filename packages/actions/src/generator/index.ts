export { bindingsSource } from "./bindings.ts";
export { pinsSource } from "./pins.ts";
