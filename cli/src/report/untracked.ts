import type { Outcome } from "../run.ts";

/** Why the pipelines are loaded on every run; empty when they needn't be. */
export function untrackedNote({ untracked }: Pick<Outcome, "untracked">): string {
  if (untracked.length === 0) return "";
  return `Not cached, since user code reads by itself: ${untracked.join(", ")}. Reads through \`files\` of "cicl" are tracked.\n`;
}
