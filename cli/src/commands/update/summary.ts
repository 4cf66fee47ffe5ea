import { hasErrors } from "@cicl/diagnostics";
import { type LookedUp, lockFile, newPin } from "@cicl/host";
import type { UpdateOptions } from "../../command-line/parsed.ts";
import { paint } from "../../report/paint.ts";
import type { Updated } from "./update.ts";

/** What `cicl update` says: a row for each pin that changes, what is left for later, and what to do next. */
export function updateSummary(updated: Updated, wish: UpdateOptions, color: boolean): string {
  const { found, diagnostics } = updated;
  if (found.length === 0) return hasErrors(diagnostics) ? "" : "No pipeline uses an action, and none is pinned.\n";
  const sections = [changes(found, color), ...remarks(found, wish, color), ending(updated, wish)];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

const head = ["action", "version", "commit", "released"];

function changes(found: readonly LookedUp[], color: boolean): string {
  const changed = found.flatMap((one) => {
    const pin = newPin(one);
    return pin ? [{ action: one.action, before: one.locked ? one.pinned : undefined, pin }] : [];
  });
  if (changed.length === 0) return "";
  const width = widest(changed.map(({ before }) => before?.version ?? "–"));
  const rows = changed.map(({ action, before, pin }) => [
    action,
    `${(before?.version ?? "–").padEnd(width)} → ${pin.version}`,
    `${short(before?.commit)} → ${short(pin.commit)}`,
    pin.released ?? "",
  ]);
  const widths = head.map((title, column) => widest([title, ...rows.map((row) => row[column] ?? "")]));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [paint("bold", line(head), color), ...rows.map(line)].join("\n");
}

/** Enough of a commit for people; the whole one stands in the lock. */
function short(commit: string | undefined): string {
  return (commit?.slice(0, 12) ?? "–").padEnd(12);
}

function remarks(found: readonly LookedUp[], { cooldown }: UpdateOptions, color: boolean): readonly string[] {
  const young = found.flatMap(({ action, young: all }) =>
    all.map(({ version, released }) => `  ${action} ${version}, of ${released}`),
  );
  const later = found.flatMap(({ action, laterMajor }) => (laterMajor ? [`  ${action} ${laterMajor}`] : []));
  const failed = found.flatMap(({ action, diagnostics }) => (hasErrors(diagnostics) ? [`  ${action}`] : []));
  return [
    { title: `Younger than ${days(cooldown)}, so not taken yet (--cooldown)`, lines: young },
    { title: "Of a later major version, so taken only with --major", lines: later },
    { title: "Not updated, for the reasons given with the errors", lines: failed },
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [paint("bold", title, color), ...lines].join("\n"));
}

function ending({ found, diagnostics, written }: Updated, { dryRun }: UpdateOptions): string {
  const changed = found.filter((one) => newPin(one) !== undefined);
  if (hasErrors(diagnostics)) {
    const names = changed.map(({ action }) => action);
    return names.length === 0 ? "" : `The others can be updated alone: cicl update ${names.join(" ")}`;
  }
  if (changed.length === 0) return `Nothing to update: ${count(found.length)} looked up.`;
  if (written) return `${count(changed.length)} updated in ${lockFile}. Run "cicl synth" next, and commit both.`;
  return dryRun ? `${count(changed.length)} would be updated in ${lockFile}.` : "";
}

function count(actions: number): string {
  return actions === 1 ? "1 action" : `${actions} actions`;
}

function days(cooldown: number): string {
  return cooldown === 1 ? "1 day" : `${cooldown} days`;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
