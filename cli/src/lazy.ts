import { createRequire } from "node:module";

// Libraries that few runs need, each loaded by the first one that does. The build takes the next line out, such that its
// bundler sees what is required and puts it into the bundle.
const require = createRequire(import.meta.url);

/** Reads any command line and prints help. */
export function commander(): typeof import("commander") {
  return require("commander");
}
