import { fstatSync } from "node:fs";

/** Where a command prints. */
export interface Terminal {
  /** Prints the command's own output; text ends with a newline. */
  out(text: string): void;
  /** Prints diagnostics and everything else; text ends with a newline. */
  err(text: string): void;
  /** Whether `out` and `err` are shown with colour. */
  readonly color: Color;
}

/** Whether the two streams are shown with colour. */
export interface Color {
  readonly out: boolean;
  readonly err: boolean;
}

/** Prints on the streams of this process. */
export function processTerminal(color: Color): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    color,
  };
}

/** The exit code of a run whose words were lost. */
export const unprinted = 2;

/** Whether something couldn't be printed that somebody still wants to read. */
export function isLost(cause: Error | null | undefined): boolean {
  if (!cause || !("code" in cause)) return Boolean(cause);
  // The second is what a stream says that has ended by the first.
  return cause.code !== "EPIPE" && cause.code !== "ERR_STREAM_DESTROYED";
}

/**
 * Lets the run go on to its exit code when nobody reads what it prints any more, as behind `| head`. Anything else that
 * can't be printed, as on a full disk, ends it with 2.
 */
export function ignoreGoneReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (cause) => {
      if (isLost(cause)) process.exit(unprinted);
    });
  }
}

/** Colour only for a person who looks at it and hasn't set `NO_COLOR`. */
export function processColor(): Color {
  const { NO_COLOR = "", TERM } = process.env;
  const wanted = NO_COLOR === "" && TERM !== "dumb";
  return { out: wanted && isTerminal(1), err: wanted && isTerminal(2) };
}

/**
 * Whether a stream is a terminal. Node's own streams would tell, but take a while to be made.
 * @param descriptor 1 for the output, 2 for the error stream
 */
export function isTerminal(descriptor: 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}
