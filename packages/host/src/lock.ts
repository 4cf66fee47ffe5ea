import { CiclError, type Diagnostic, error } from "@cicl/diagnostics";
import { byCodeUnit } from "./discover.ts";

/** The name of the lock, at the root. */
export const lockFile = "cicl.lock";

const lockVersion = 1;

/** What the lock pins, and since when. */
export interface Lock {
  /** Minor version of cicl that rendered the files, e.g. `0.1`. */
  readonly cicl: string;
  readonly actions: Readonly<Record<string, LockedAction>>;
  readonly images: Readonly<Record<string, LockedImage>>;
  /** Secrets that a target keeps by version, under the names they have there; copied from the target's options. */
  readonly secrets: Readonly<Record<string, LockedSecret>>;
}

export interface LockedAction {
  /** Exact version tag. */
  readonly version: string;
  /** Forty hex digits. */
  readonly commit: string;
  /** Day on which the tag was resolved, `YYYY-MM-DD`. */
  readonly date: string;
}

export interface LockedImage {
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
  readonly date: string;
}

export interface LockedSecret {
  readonly version: string;
}

type Form = Readonly<Record<string, RegExp>>;

const date = /^\d{4}-\d{2}-\d{2}$/;
const actionForm = { version: /^\S+$/, commit: /^[0-9a-f]{40}$/, date } satisfies Record<keyof LockedAction, RegExp>;
const imageForm = { digest: /^sha256:[0-9a-f]{64}$/, date } satisfies Record<keyof LockedImage, RegExp>;
const secretForm = { version: /^[1-9]\d*$/ } satisfies Record<keyof LockedSecret, RegExp>;

/** A lock without pins. */
export function emptyLock(cicl: string): Lock {
  return { cicl, actions: {}, images: {}, secrets: {} };
}

/**
 * Reads a lock.
 * @param text the file's content
 * @throws CiclError CICL1009 with the place in the file
 */
export function parseLock(text: string): Lock {
  const data = parseJson(text);
  if (!isRecord(data)) throw broken("The lock isn't a JSON object.", text, "");
  if (data.lockVersion !== lockVersion) {
    const found = JSON.stringify(data.lockVersion) ?? "none";
    throw broken(`The lock's version is ${found}, and this cicl reads version ${lockVersion}.`, text, '"lockVersion"');
  }
  for (const key of Object.keys(data)) {
    if (!["lockVersion", "cicl", "actions", "images", "secrets"].includes(key)) {
      throw broken(`The lock holds the unknown key "${key}".`, text, JSON.stringify(key));
    }
  }
  if (typeof data.cicl !== "string" || !/^\d+\.\d+$/.test(data.cicl)) {
    throw broken('The lock\'s "cicl" isn\'t a minor version such as "0.1".', text, '"cicl"');
  }
  return {
    cicl: data.cicl,
    actions: pins(data.actions, "actions", actionForm, text),
    images: pins(data.images, "images", imageForm, text),
    // A repository without any has no table of them.
    secrets: pins(data.secrets === undefined ? {} : data.secrets, "secrets", secretForm, text),
  };
}

/** Writes a lock: one pin a line, sorted, so that two branches that add pins merge well. */
export function printLock(lock: Lock): string {
  const table = (name: string, entries: Readonly<Record<string, object>>): string => {
    const lines = Object.entries(entries)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([key, pin]) => `    ${JSON.stringify(key)}: ${printPin(pin)}`);
    return lines.length === 0 ? `  "${name}": {}` : `  "${name}": {\n${lines.join(",\n")}\n  }`;
  };
  const parts = [
    `  "lockVersion": ${lockVersion}`,
    `  "cicl": ${JSON.stringify(lock.cicl)}`,
    table("actions", lock.actions),
    table("images", lock.images),
    ...(Object.keys(lock.secrets).length === 0 ? [] : [table("secrets", lock.secrets)]),
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}

function printPin(pin: object): string {
  const members = Object.entries(pin).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${members.join(", ")} }`;
}

function parseJson(text: string): unknown {
  const conflict = /^(<{7}|={7}|>{7})/m.exec(text);
  if (conflict) throw broken("The lock holds the marks of a merge conflict.", text, conflict[0]);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const position = /at position (\d+)/.exec(message)?.[1];
    const end = text.trimEnd().length;
    throw brokenAt("The lock isn't valid JSON.", text, position === undefined ? end : Math.min(Number(position), end));
  }
}

function pins<F extends Form>(
  data: unknown,
  name: string,
  form: F,
  text: string,
): Readonly<Record<string, { readonly [K in keyof F]: string }>> {
  if (!isRecord(data)) throw broken(`The lock's "${name}" isn't an object.`, text, `"${name}"`);
  return Object.fromEntries(
    Object.entries(data).map(([key, pin]) => {
      if (!isPin(pin, form)) {
        const keys = Object.keys(form).join(", ");
        throw broken(
          `The lock's pin of "${key}" isn't an object of ${keys} in their forms${"date" in form ? ", a date as YYYY-MM-DD" : ""}.`,
          text,
          JSON.stringify(key),
        );
      }
      return [key, pin];
    }),
  );
}

function isPin<F extends Form>(data: unknown, form: F): data is { readonly [K in keyof F]: string } {
  if (!isRecord(data) || Object.keys(data).length !== Object.keys(form).length) return false;
  return Object.entries(form).every(([key, pattern]) => {
    const value = data[key];
    return typeof value === "string" && pattern.test(value);
  });
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** The error at the first occurrence of a text, or at the top. */
function broken(what: string, text: string, needle: string): CiclError {
  return brokenAt(what, text, Math.max(0, text.indexOf(needle)));
}

function brokenAt(what: string, text: string, offset: number): CiclError {
  const before = text.slice(0, offset).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  return new CiclError(
    error(
      "CICL1009",
      {
        what,
        why: "Without its pins cicl can't say which code the rendered files run.",
        fix: `Restore ${lockFile} from version control, or delete it and run "cicl synth" to pin anew.`,
      },
      { origin: { file: lockFile, line: before.length, column } },
    ),
  );
}

/** The error for pins that rendering used and the lock doesn't hold. */
export function missingPins(names: readonly string[]): Diagnostic {
  return error(
    "CICL5003",
    {
      what: `${lockFile} doesn't pin ${names.join(", ")}.`,
      why: "A check must see the pins that were reviewed, not those that this cicl happens to ship.",
      fix: `Run "cicl synth" and commit ${lockFile}.`,
    },
    { file: lockFile },
  );
}
