import { hole, type Refusal, type Spot } from "./spot.ts";

/** A here-document whose body begins after the next line end. */
export interface HereDocument {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
}

/** Where a lexer is: the only mutable thing of the script room, and it lives for one script. */
export interface Scanner {
  readonly text: string;
  readonly bash: boolean;
  position: number;
  /** Exclusive; less than the text's length inside a here-document. */
  end: number;
  readonly spots: Spot[];
  pending: HereDocument[];
  unclosed: string | undefined;
  /** Set once shells differ on what follows; no later interpolation can be judged then. */
  ambiguous: boolean;
  pipes: boolean;
}

/** Starts at the beginning of a script. */
export function scan(text: string, bash: boolean): Scanner {
  return {
    ...{ text, bash, position: 0, end: text.length, spots: [], pending: [] },
    ...{ unclosed: undefined, ambiguous: false, pipes: false },
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

/** Notes the first thing that is never closed and goes to the end. */
export function leaveOpen(scanner: Scanner, what: string): void {
  scanner.unclosed ??= what;
  while (scanner.position < scanner.end) passRefusing(scanner, "ambiguous");
}
