import type { Origin } from "@cicl/diagnostics";
import { fail } from "./check/fail.ts";
import { type Reader, text } from "./check/reader.ts";

const fields = [
  { name: "minute", from: 0, to: 59, names: [] },
  { name: "hour", from: 0, to: 23, names: [] },
  { name: "day of month", from: 1, to: 31, names: [] },
  {
    name: "month",
    from: 1,
    to: 12,
    names: ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  },
  { name: "day of week", from: 0, to: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
] as const;
type Field = (typeof fields)[number];

/** Minutes that engines leave at least between two runs of a schedule. */
const floor = 5;

/** Reads a schedule of five fields (minute, hour, day of month, month, day of week), at most every five minutes. */
export const cron: Reader<string> = (value, origin) => {
  const written = text(value, origin).trim();
  const parts = written.split(/\s+/);
  if (parts.length !== fields.length) {
    refuse(written, `has ${parts.length} field${parts.length === 1 ? "" : "s"} instead of five`, origin);
  }
  const sets = fields.map((field, index) => fieldValues(parts[index] ?? "", field, written, origin));
  const [minutes = [], hours = []] = sets;
  const gap = smallestGap(minutes, hours);
  if (gap < floor) refuse(written, `starts a run ${gap} minute${gap === 1 ? "" : "s"} after the one before`, origin);
  return parts.join(" ");
};

function fieldValues(part: string, field: Field, cronText: string, origin: Origin): readonly number[] {
  const values = new Set<number>();
  for (const item of part.split(",")) {
    const match = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item);
    const [, star, first = "", last, step] = match ?? [];
    const from = star ? field.from : numberOf(first, field);
    const to = star || (step !== undefined && last === undefined) ? field.to : numberOf(last ?? first, field);
    const by = step === undefined ? 1 : Number(step);
    if (!match || from === undefined || to === undefined || from > to || by < 1) {
      refuse(cronText, `holds "${item}" for the ${field.name}, which goes from ${field.from} to ${field.to}`, origin);
    }
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function numberOf(written: string, field: Field): number | undefined {
  const named = field.names.findIndex((name) => name !== "" && name === written.toLowerCase());
  const value = named >= 0 ? named : /^\d{1,2}$/.test(written) ? Number(written) : Number.NaN;
  return value >= field.from && value <= field.to ? value : undefined;
}

/** The fewest minutes between two runs of one day, and over midnight where the schedule runs around the clock. */
function smallestGap(minutes: readonly number[], hours: readonly number[]): number {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const first = times[0] ?? 0;
  return times.reduce((least, time, index) => Math.min(least, (times[index + 1] ?? first + 24 * 60) - time), 24 * 60);
}

function refuse(written: string, problem: string, origin: Origin): never {
  fail(
    "CICL2010",
    {
      what: `The schedule ${JSON.stringify(written)} ${problem}.`,
      why: "Engines drop such a schedule, or run it at other times than you think.",
      fix: `Write minute, hour, day of month, month and day of week, such as "30 4 * * mon-fri", ${floor} minutes apart or more.`,
    },
    origin,
  );
}
