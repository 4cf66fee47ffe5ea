import { type Diagnostic, didYouMean, error, type Origin } from "@cicl/diagnostics";
import { unreadable } from "../disk.ts";

/** One error as esbuild prints it. */
interface Message {
  readonly text: string;
  readonly origin?: Origin;
}

/**
 * Turns esbuild's error text into diagnostics.
 * @param complaint what it printed, without colour
 * @param readSource content of a file relative to the root; needed since esbuild counts columns in bytes
 * @param modules names that an import of cicl may have
 */
export function readComplaint(
  complaint: string,
  readSource: (file: string) => string | undefined,
  modules: readonly string[],
): readonly Diagnostic[] {
  const messages = parseMessages(complaint, readSource);
  if (messages.length === 0) {
    return [notTypeScript({ text: `esbuild failed: ${complaint.trim().split("\n")[0] ?? "without a message"}` })];
  }
  return messages.map((message) => {
    const missing = /^Could not resolve "(.*)"$/.exec(message.text)?.[1];
    if (missing !== undefined) return unresolved(missing, modules, place(message));
    const denied = /^Cannot read file "(.*)": (.*)$/.exec(message.text);
    if (denied) return unreadable(denied[1] ?? "", denied[2] ?? "", "The pipeline can't be loaded without it.");
    if (message.origin?.file.endsWith(".map")) return brokenMap(message);
    if (/^No matching export in /.test(message.text)) return notExported(message);
    if (/^Top-level await /.test(message.text)) return topLevelAwait(message);
    if (/^"import\.meta" /.test(message.text)) return importMeta(message);
    return notTypeScript(message);
  });
}

/**
 * The diagnostic for an import that leads nowhere.
 * @param specifier what is imported
 * @param modules names that an import of cicl may have
 */
export function unresolved(
  specifier: string,
  modules: readonly string[],
  where: { readonly origin?: Origin },
): Diagnostic {
  const relative = specifier.startsWith(".");
  const fix = /^cicl(\/|$)/.test(specifier)
    ? `${didYouMean(specifier, modules)}cicl offers ${modules.join(", ")}.`
    : relative
      ? "Correct the path; it is relative to the importing file."
      : `${didYouMean(specifier, modules)}Install the package, or correct its name.`;
  return error(
    "CICL1003",
    { what: `The import "${specifier}" can't be resolved.`, why: "The pipeline can't be loaded without it.", fix },
    where,
  );
}

function notExported(message: Message): Diagnostic {
  return error(
    "CICL1003",
    {
      what: `${message.text}.`,
      why: "The pipeline can't be loaded without it.",
      fix: "Export it there, or correct the name.",
    },
    place(message),
  );
}

function topLevelAwait(message: Message): Diagnostic {
  return error(
    "CICL1002",
    {
      what: "A pipeline can't await at its top level.",
      why: "All pipelines of a repository are loaded together, one after the other, without waiting in between.",
      fix: "Export an async function that awaits and returns the pipeline: `export default async () => …`.",
    },
    place(message),
  );
}

function importMeta(message: Message): Diagnostic {
  return error(
    "CICL1002",
    {
      what: "A pipeline can't read import.meta.",
      why: "All pipelines are bundled into one script, which has no address of its own.",
      fix: 'Read files of the repository with `files.read("…")` from "cicl".',
    },
    place(message),
  );
}

function notTypeScript(message: Message): Diagnostic {
  return error(
    "CICL1002",
    {
      what: message.text.replace(/\.?$/, "."),
      why: "The file isn't valid TypeScript, so no pipeline can be read from it.",
      fix: "Correct the syntax at this place.",
    },
    place(message),
  );
}

function brokenMap(message: Message): Diagnostic {
  return error(
    "CICL1002",
    {
      what: `${message.text.replace(/\.$/, "")}: the source map of an imported file is broken.`,
      why: "It is read with the file, since places of errors come from it.",
      fix: "Update the package that brings it, or delete the map: a missing one does no harm.",
    },
    place(message),
  );
}

function place(message: Message): { readonly origin?: Origin } {
  return message.origin ? { origin: message.origin } : {};
}

/** A message is `✘ [ERROR] text`, an empty line, and mostly `    file:line:column:` with a column in bytes, from 0. */
function parseMessages(complaint: string, readSource: (file: string) => string | undefined): readonly Message[] {
  return complaint
    .split(/^\S+ \[ERROR\] /m)
    .slice(1)
    .map((block) => {
      const text = (block.split("\n")[0] ?? "").replace(/ \[[a-z-]+\]$/, "");
      const found = /^ {4}(.+):(\d+):(\d+):$/m.exec(block);
      if (!found) return { text };
      const [, file = "", line = "", column = ""] = found;
      const source = readSource(file)?.split("\n")[Number(line) - 1] ?? "";
      const units = Buffer.from(source).subarray(0, Number(column)).toString().length;
      return { text, origin: { file, line: Number(line), column: units + 1 } };
    });
}
