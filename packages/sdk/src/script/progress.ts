import type { Flow } from "./flow.ts";
import type { Scanner } from "./scanner.ts";
import type { Word } from "./word.ts";

/** A place in a script, with the number of interpolations before it. */
export interface Mark {
  readonly position: number;
  readonly spot: number;
}

/** What stands open: a parenthesis, a case (in front of a pattern, or behind it), or a command of several words. */
type FrameKind = "subshell" | "pattern" | "branch" | "brace" | "if" | "loop";

interface Frame {
  kind: FrameKind;
  /** The compound command, and the pipeline that it stands in. */
  readonly command: Mark;
  readonly pipeline: Mark;
  /** The function whose body it is. */
  readonly defines: string | undefined;
}

/** A list of commands on its way: the words of the current one, and what is open around it. */
export interface Progress {
  words: Word[];
  /** The redirections of the current command. */
  flows: Flow[];
  command: Mark;
  /** The first command of the pipeline that the current one stands in. */
  pipeline: Mark;
  /** Whether nothing stands behind the last pipe yet. */
  awaiting: boolean;
  /** A function that was named and has no body yet. */
  defines: string | undefined;
  readonly frames: Frame[];
}

/** Begins a list of commands. */
export function begin(scanner: Scanner): Progress {
  const mark = here(scanner);
  return { words: [], flows: [], command: mark, pipeline: mark, awaiting: false, defines: undefined, frames: [] };
}

/** What stands open nearest. */
export function inside({ frames }: Progress): FrameKind | undefined {
  return frames.at(-1)?.kind;
}

/** Begins the next command, behind a pipe or not. */
export function next(scanner: Scanner, progress: Progress, piped: boolean): void {
  progress.command = here(scanner);
  if (!piped) progress.pipeline = progress.command;
  progress.awaiting = piped;
}

/** Begins the commands inside a compound one. */
export function enter(scanner: Scanner, progress: Progress, kind: FrameKind): void {
  const { command, pipeline, defines } = progress;
  progress.frames.push({ kind, command, pipeline, defines });
  progress.defines = undefined;
  next(scanner, progress, false);
}

/** Ends a compound command if it is of this kind: what follows are its redirections. */
export function leave(scanner: Scanner, progress: Progress, kind: FrameKind): void {
  if (inside(progress) !== kind) return;
  const frame = progress.frames.pop();
  if (!frame) return;
  Object.assign(progress, { command: frame.command, pipeline: frame.pipeline, awaiting: false });
  if (frame.defines !== undefined && takeReaders(scanner, frame.command.position)) {
    scanner.functions.add(frame.defines);
  }
}

/** Goes from the pattern of a case to its commands, or back. */
export function turn(scanner: Scanner, progress: Progress, kind: "pattern" | "branch"): void {
  const frame = progress.frames.at(-1);
  if (frame) frame.kind = kind;
  next(scanner, progress, false);
}

/** Says whether a command from a position on takes for code what it reads; what it reads is settled then. */
export function takeReaders(scanner: Scanner, from: number): boolean {
  const rest = scanner.readers.filter((position) => position < from);
  const found = rest.length < scanner.readers.length;
  scanner.readers = rest;
  return found;
}

function here({ position, spots }: Scanner): Mark {
  return { position, spot: spots.length };
}
