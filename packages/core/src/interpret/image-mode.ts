import type { EventName } from "@cicl/model";

/**
 * What an image job does: `build` without pushing; build and `push`; `promote` the commit's digest, verified, to a
 * tag; `reuse` the commit's image as it is.
 */
export type ImageMode = "build" | "push" | "promote" | "reuse";

/** Only a push to a branch builds what is deployed; a call can't know whether its caller tests a proposed change. */
const modes = {
  push: "push",
  tag: "promote",
  "pull-request": "build",
  "merge-queue": "build",
  schedule: "reuse",
  manual: "reuse",
  call: "reuse",
  native: "reuse",
} as const satisfies Record<EventName, ImageMode>;

/** What an image job does on an event. */
export function imageModeOn(event: EventName): ImageMode {
  return modes[event];
}
