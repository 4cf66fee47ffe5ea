import { type EngineFile, hole, inLine, type Refusal, type Spot } from "./spot.ts";

/** A here-document whose body begins after the next line end. */
export interface HereDocument {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  /** Where it is announced. */
  readonly at: number;
  /** Where its text flows, as far as that is known before the text is read. */
  readonly destinations: Destination[];
  /** Whether its line ends are deleted on the way to a file. */
  clean: boolean;
}

/** Where text flows: into an interpreter, or into a file of the engine. */
export type Destination = "interpreter" | EngineFile;

/** Where a lexer is: the only mutable thing of the script room, and it lives for one script. */
export interface Scanner {
  readonly text: string;
  readonly bash: boolean;
  /** Whether there is any interpolation to be judged. */
  readonly judges: boolean;
  position: number;
  /** Exclusive; less than the text's length inside a here-document. */
  end: number;
  readonly spots: Spot[];
  pending: HereDocument[];
  unclosed: string | undefined;
  /** Set once shells differ on what follows; no later interpolation can be judged then. */
  ambiguous: boolean;
  pipes: boolean;
  /** Where commands stand that take for code what they read, and read what those around them do. */
  readers: readonly number[];
  /** Functions of the script that do so. */
  readonly functions: Set<string>;
  /** Interpolations whose line ends are deleted on their way. */
  readonly clean: Set<number>;
}

/** Starts at the beginning of a script. */
export function scan(text: string, bash: boolean): Scanner {
  return {
    text,
    bash,
    judges: text.includes(hole),
    position: 0,
    end: text.length,
    spots: [],
    pending: [],
    unclosed: undefined,
    ambiguous: false,
    pipes: false,
    readers: [],
    functions: new Set(),
    clean: new Set(),
  };
}

/** The character at an offset from here; empty at the end. */
export function peek(scanner: Scanner, offset = 0): string {
  const at = scanner.position + offset;
  return at < scanner.end ? scanner.text.charAt(at) : "";
}

/** Says whether the text goes on like this. */
export function ahead(scanner: Scanner, text: string): boolean {
  return scanner.position + text.length <= scanner.end && scanner.text.startsWith(text, scanner.position);
}

/** Passes blanks. */
export function blanks(scanner: Scanner): void {
  for (;;) {
    if (ahead(scanner, "\\\n")) scanner.position += 2;
    else {
      const next = peek(scanner);
      if (next !== " " && next !== "\t") return;
      scanner.position++;
    }
  }
}

/** Passes an interpolation. */
export function passHole(scanner: Scanner, spot: Spot): void {
  scanner.spots.push(scanner.ambiguous ? { kind: "refused", why: "ambiguous" } : spot);
  scanner.position++;
}

/** Passes one character, refusing it when it is an interpolation. */
export function passRefusing(scanner: Scanner, why: Refusal): void {
  if (peek(scanner) === hole) passHole(scanner, { kind: "refused", why });
  else scanner.position++;
}

/** Refuses the interpolations from one on; those that were refused before keep their reason. */
export function refuseFrom(scanner: Scanner, from: number, why: Refusal, to = scanner.spots.length): void {
  for (let index = from; index < to; index++) {
    if (scanner.spots[index]?.kind !== "refused") scanner.spots[index] = { kind: "refused", why };
  }
}

/** Notes where the interpolations from one to another (exclusive) flow. */
export function direct(scanner: Scanner, from: number, to: number, destination: Destination): void {
  if (destination === "interpreter") {
    refuseFrom(scanner, from, "input", to);
    return;
  }
  for (let index = from; index < to; index++) {
    const spot = scanner.spots[index];
    const known = !spot || spot.kind === "refused" || spot.into === "environment";
    if (!known && !scanner.clean.has(index)) scanner.spots[index] = { ...spot, into: destination };
  }
}

/** Notes the first thing that is never closed and goes to the end. @param from where it was opened, if that is known */
export function leaveOpen(scanner: Scanner, what: string, from?: number): void {
  scanner.unclosed ??= from === undefined ? what : `${what}${inLine(scanner.text, from)}`;
  while (scanner.position < scanner.end) passRefusing(scanner, "ambiguous");
}
