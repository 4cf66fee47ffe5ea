import { type Diagnostic, error, type Origin, warning } from "@cicl/diagnostics";
import type { Pins } from "./backend.ts";

/** What looking up a pin needs: the pins, and where to say what is missing. */
export interface Reporting {
  readonly pins: Pick<Pins, "image">;
  /** Images that were warned of: the same is true at every place. */
  readonly unpinned: Set<string>;
  report(diagnostic: Diagnostic): void;
}

/**
 * An image by the digest that the lock has for it, else by its exact version, with a warning. A tag that says no version
 * is refused: it means another image every week.
 */
export function pinnedImage(image: string, scope: Reporting, origin: Origin): string {
  if (image.includes("@sha256:")) return image;
  const digest = scope.pins.image(image);
  if (digest !== undefined) return `${image}@${digest}`;
  if (scope.unpinned.has(image)) return image;
  const exact = /\d/.test(/:([^/:]+)$/.exec(image)?.[1] ?? "");
  if (exact) scope.unpinned.add(image);
  scope.report(
    (exact ? warning : error)(
      "CICL5004",
      {
        what: exact
          ? `The image ${image} is rendered by its tag: the lock holds no digest for it.`
          : `The image ${image} names no version.`,
        why: "Whoever owns the registry can put another image behind the tag.",
        fix: `${exact ? "Add" : "Name a version, or add"} its digest under "images" in cicl.lock: "${image}": { "digest": "sha256:…", "date": "…" }, with the day as YYYY-MM-DD.`,
      },
      { origin },
    ),
  );
  return image;
}
