import type { Origin } from "@cicl/diagnostics";

/** Tells user code from everything else; installed by whoever loads pipelines. */
export interface OriginRule {
  /** @param file name of a script as V8 knows it, without `file://` */
  isUser(file: string): boolean;
}

/** Enough for a call that user code makes itself; every frame that is captured costs time. */
const usualDepth = 5;
/** Enough for the frames of this package plus some of a bundler's; the default of ten isn't. */
const fullDepth = 24;

/** What stands for a place where no user code is on the stack, as when policy adds a gate. */
const nowhere: Origin = Object.freeze({ file: "cicl", line: 1, column: 1 });

let rule: OriginRule | undefined;

/**
 * Replaces the rule that tells user code from other code.
 * @param next the new rule, or `undefined` for the built-in one: everything outside this package's own folder
 * @returns the former rule
 * @internal
 */
export function installOrigins(next: OriginRule | undefined): OriginRule | undefined {
  const former = rule;
  rule = next;
  return former;
}

/** The first stack frame in user code. Never throws; without user code on the stack the file is `cicl`. */
export function originHere(): Origin {
  return firstUserFrame(usualDepth) ?? firstUserFrame(fullDepth) ?? nowhere;
}

function firstUserFrame(depth: number): Origin | undefined {
  const frames = callSites(depth);
  const own = ownPlace(fileOf(frames[0]));
  for (const frame of frames) {
    const file = fileOf(frame);
    if (file === "" || file.startsWith("node:")) continue;
    if (rule ? rule.isUser(file) : file !== own && !file.startsWith(`${own}/`)) {
      return { file, line: frame.getLineNumber() ?? 1, column: frame.getColumnNumber() ?? 1 };
    }
  }
  return undefined;
}

/** Takes the frames as objects: formatting a stack, let alone mapping it through a source map, costs a thousandfold. */
function callSites(depth: number): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = depth;
    Error.prepareStackTrace = (_, sites) => sites;
    const holder: { readonly stack?: readonly NodeJS.CallSite[] } = {};
    // From the frame of originHere on.
    Error.captureStackTrace(holder, firstUserFrame);
    return holder.stack ?? [];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function fileOf(frame: NodeJS.CallSite | undefined): string {
  const name = frame?.getFileName() ?? "";
  return name.startsWith("file://") ? decodeURIComponent(name.slice("file://".length)) : name;
}

/** The folder of this package's sources or, where a bundler made one file of them, that file: no user code stands in it. */
function ownPlace(file: string): string {
  return file.endsWith("/origin.ts") ? file.slice(0, file.lastIndexOf("/")) : file;
}
