import manifest from "../package.json" with { type: "json" };

/** The version of cicl, e.g. `0.1.0`. */
export const version: string = manifest.version;

/** Its minor version, e.g. `0.1`: within one, the same pipeline renders the same bytes. */
export const minorVersion: string = version.split(".").slice(0, 2).join(".");
