import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

const units = { d: 86_400, h: 3600, m: 60, s: 1 } as const;
type Unit = keyof typeof units;

/** Reads a duration such as `1h30m` as whole seconds, at least one. */
export const seconds: Reader<number> = wholeUnits("s");

/** Reads a duration such as `1h30m` as whole minutes, at least one. */
export const minutes: Reader<number> = wholeUnits("m");

/** Reads a duration such as `30d` as whole days, at least one. */
export const days: Reader<number> = wholeUnits("d");

function wholeUnits(unit: Unit): Reader<number> {
  const names = { d: "days", h: "hours", m: "minutes", s: "seconds" } as const satisfies Record<Unit, string>;
  return (value, origin) => {
    const written = text(value, origin);
    const match = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(written);
    const [, d = "0", h = "0", m = "0", s = "0"] = match ?? [];
    const total = Number(d) * units.d + Number(h) * units.h + Number(m) * units.m + Number(s);
    if (!match || total === 0 || total % units[unit] !== 0) {
      fail(
        "CICL2010",
        {
          what: `${JSON.stringify(written)} isn't a duration of whole ${names[unit]}.`,
          why: `This is kept in ${names[unit]}, and rounding it would change what you asked for.`,
          fix: `Write numbers with units, longest unit first, such as "${unit === "d" ? "30d" : unit === "m" ? "1h30m" : "90s"}".`,
        },
        origin,
      );
    }
    return total / units[unit];
  };
}
