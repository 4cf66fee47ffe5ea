import { fail } from "./fail.ts";
import { type Reader, text } from "./reader.ts";

/** Reads the IANA name of a time zone. */
export const zone: Reader<string> = (value, origin) => {
  const name = text(value, origin);
  if (!isZone(name)) {
    fail(
      "CICL2010",
      {
        what: `${JSON.stringify(name)} isn't the name of a time zone.`,
        why: "Machines take an unknown zone for UTC without a word.",
        fix: 'Write an IANA name such as "Europe/Berlin".',
      },
      origin,
    );
  }
  return name;
};

/** Reads a time of day, `HH:MM`. */
export const timeOfDay: Reader<string> = (value, origin) => {
  const time = text(value, origin);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    fail(
      "CICL2010",
      {
        what: `${JSON.stringify(time)} isn't a time of day.`,
        why: "A window that can't be read would be open or closed for ever.",
        fix: 'Write hours and minutes with two digits each, such as "09:00".',
      },
      origin,
    );
  }
  return time;
};

const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Reads days of the week: names and ranges separated by commas, such as `mon-thu` or `mon,wed`. */
export const weekdays: Reader<string> = (value, origin) => {
  const written = text(value, origin);
  const known = written.split(",").every((item) => {
    const [from = "", to = from, ...rest] = item.split("-");
    const [first, last] = [dayNames.indexOf(from), dayNames.indexOf(to)];
    return rest.length === 0 && first >= 0 && last >= first;
  });
  if (!known) {
    fail(
      "CICL2010",
      {
        what: `${JSON.stringify(written)} doesn't name days of the week.`,
        why: "A window that can't be read would be open or closed for ever.",
        fix: `Write names out of ${dayNames.join(", ")} and ranges of them, such as "mon-thu" or "mon,wed".`,
      },
      origin,
    );
  }
  return written;
};

function isZone(name: string): boolean {
  // `Intl` also takes offsets such as "+02:00", which no other engine does.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
