/** Where a command prints. */
export interface Terminal {
  /** Prints the command's own output; text ends with a newline. */
  out(text: string): void;
  /** Prints diagnostics and everything else; text ends with a newline. */
  err(text: string): void;
  /** Whether `out` and `err` are shown with colour. */
  readonly color: { readonly out: boolean; readonly err: boolean };
}

/** The terminal of this process: colour only for a person who looks at it and hasn't set `NO_COLOR`. */
export function processTerminal(): Terminal {
  const wanted = (process.env.NO_COLOR ?? "") === "" && process.env.TERM !== "dumb";
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    color: { out: wanted && process.stdout.isTTY === true, err: wanted && process.stderr.isTTY === true },
  };
}
