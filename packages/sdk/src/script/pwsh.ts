import { type EngineFile, hole, type Lexed, type Refusal, type Spot } from "./spot.ts";

/** Where code, a command or a script block would be made of a value. */
const code =
  /\b(iex|Invoke-Expression|Invoke-Command|Start-Process|Add-Type|ssh|ScriptBlock\]::Create)\b|\b(pwsh|powershell|cmd|bash|sh)(\.exe)?\b.*\s(-c|-Command|-EncodedCommand|\/c)\s/i;

/** A pipe into something that runs what it reads. */
const pipeIntoCode =
  /^\|\s*(&\s*)?["']?(iex|Invoke-Expression|ssh|((ba|da|z|k)?sh|pwsh|powershell|cmd|python[0-9.]*|node|perl|ruby|php)(\.exe)?)["']?(?=[\s;|)]|$)/i;

/** The files of the engine that a pipeline may write to. */
const engineFiles = /\$\{?env:(?:CICL|GITHUB|GITEA)_(ENV|PATH|OUTPUT)\b/i;

/**
 * Finds out what PowerShell makes of each interpolation.
 * @param text the script, with `hole` for each interpolation
 */
export function lexPwsh(text: string): Lexed {
  const spots: Spot[] = [];
  let unclosed: string | undefined;
  let statement = 0;
  let position = 0;
  const refuse = (why: Refusal): void => void spots.push({ kind: "refused", why });
  /** Refuses what stands in a range, and goes behind it. */
  const pass = (stop: number, why: Refusal, what: string): void => {
    if (stop < 0) unclosed ??= what;
    const end = stop < 0 ? text.length : stop;
    for (; position < end; position++) if (text[position] === hole) refuse(why);
  };
  const closing = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  /** Reads until `close`, with expansions active; `$(…)` inside is code of its own. */
  const expandable = (close: string, what: string): void => {
    while (position < text.length && !text.startsWith(close, position)) {
      const next = text[position];
      if (next === hole) spots.push(text[position - 1] === "$" ? refused("after-dollar") : inCode({ kind: "double" }));
      if (next === "`") {
        position++;
        if (text[position] === hole) refuse("after-backslash");
      }
      if (text.startsWith("$(", position)) {
        position += 2;
        list(")");
      } else position++;
    }
    if (position >= text.length) unclosed ??= what;
    position += close.length;
  };
  const inCode = (spot: Spot): Spot => (code.test(text.slice(statement, position)) ? refused("code") : spot);
  const write = (from: number, into: EngineFile): void => {
    for (const [index, spot] of spots.entries()) {
      if (index >= from && spot.kind !== "refused" && spot.into !== "environment") spots[index] = { ...spot, into };
    }
  };
  const bare = (): Spot => {
    const [before, after] = [text[position - 1] ?? "\n", text[position + 1] ?? "\n"];
    if (before === "$") return refused("after-dollar");
    if (/(^|[\s;{(|&=])[&.]\s*$/.test(text.slice(statement, position))) return refused("command");
    // An argument of several pieces isn't always one argument to PowerShell.
    if (!/[\s(,={[]/.test(before) || !/[\s),;}|\]]/.test(after)) return refused("glued");
    return inCode({ kind: "bare" });
  };
  /** Reads statements up to the closing parenthesis, or to the end. */
  const list = (close: string | undefined): void => {
    let pipeline = { position, spot: spots.length };
    /** Notes where the values of the pipeline go that ends here. */
    const finish = (): void => {
      const file = engineFiles.exec(text.slice(pipeline.position, position))?.[1];
      if (file !== undefined) write(pipeline.spot, file.toUpperCase() === "OUTPUT" ? "output" : "environment");
      pipeline = { position: position + 1, spot: spots.length };
    };
    for (let depth = 0; position < text.length; ) {
      const next = text[position] ?? "";
      if (next === hole) {
        spots.push(bare());
        position++;
      } else if (text.startsWith("@'\n", position))
        pass(closing("\n'@", position), "quoted-here-document", "a here-string");
      else if (text.startsWith('@"\n', position)) {
        position += 2;
        expandable('\n"@', "a here-string");
      } else if (text.startsWith("<#", position)) pass(closing("#>", position), "comment", "a comment");
      else if (next === "#" && /[\s;(){}|]/.test(text[position - 1] ?? "\n")) {
        const stop = text.indexOf("\n", position);
        pass(stop < 0 ? text.length : stop, "comment", "");
      } else if (next === "'") pass(closing("'", position + 1), "single-quotes", "a single quote");
      else if (next === '"') {
        position++;
        expandable('"', "a double quote");
      } else if (next === "`") {
        if (text[position + 1] === hole) refuse("after-backslash");
        position += 2;
      } else {
        if (next === close && depth === 0) {
          finish();
          position++;
          return;
        }
        if (next === "(") depth++;
        if (next === ")") depth--;
        if (next === "|" && pipeIntoCode.test(text.slice(position))) {
          for (let index = pipeline.spot; index < spots.length; index++) spots[index] = refused("input");
        }
        if (next === ";" || (next === "\n" && !/\|\s*$/.test(text.slice(pipeline.position, position)))) finish();
        if (/[\n;|{}]/.test(next)) statement = position + 1;
        position++;
      }
    }
    finish();
    if (close !== undefined) unclosed ??= "a parenthesis";
  };
  list(undefined);
  return { spots, pipes: false, ...(unclosed === undefined ? {} : { unclosed }) };
}

function refused(why: Refusal): Spot {
  return { kind: "refused", why };
}
