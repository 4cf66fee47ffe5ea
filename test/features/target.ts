import type { Backend, Pins } from "@cicl/backend-kit";

/** The default options of a target. */
export function optionsOf(backend: Backend): unknown {
  const read = backend.options({});
  if (!read.ok) throw new Error(`The default options of ${backend.id} don't hold.`);
  return read.options;
}

/** Every action at one commit; every image at one digest. */
export const somePins: Pins = {
  action: () => ({ version: "v1.2.3", commit: "0123456789abcdef0123456789abcdef01234567" }),
  image: () => `sha256:${"0".repeat(64)}`,
};

/** A policy that asks for nothing. */
export const nothingRequired = {
  policy: { name: "none", requires: [], tokenMaxAgeHours: 24 },
  catalogue: [],
} as const;
