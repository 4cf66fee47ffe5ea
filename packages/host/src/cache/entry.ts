import { type Answer, type Ask, type Question, sameAnswer } from "./question.ts";

/** What a clean run has printed, and everything that it depends on. */
export interface Entry {
  /** Describes the run completely: program, command line, folder, environment. */
  readonly key: string;
  /** Milliseconds since 1970 after which it may not be used; `null`: no bound. */
  readonly validUntil: number | null;
  readonly out: string;
  readonly err: string;
  readonly observations: readonly Observation[];
}

/** A question with the answer that a run got. */
export type Observation = readonly [Question, Answer];

/** The head of an entry's file, as JSON; the answers follow it. */
interface Head extends Omit<Entry, "observations"> {
  /** Each with the length of its answer in bytes, -1 for none. */
  readonly questions: readonly (readonly [bytes: number, ...question: Question])[];
}

/** Room for any checksum; whole words, since V8 wants its code aligned. */
const sealBytes = 16;

const magic = "cicl-cache 1 ";
const prefix = /^cicl-cache 1 (\d+) ([0-9a-z]+)\n/;
/** More than the prefix can be long. */
const prefixBytes = 64;

/** Writes an entry down: a line with the length and checksum of the head, the head, and the answers' bytes. */
export function encodeEntry({ observations, ...rest }: Entry): Buffer {
  const questions = observations.map(([question, answer]) => [answer?.length ?? -1, ...question]);
  const head = Buffer.from(JSON.stringify({ ...rest, questions }));
  const first = Buffer.from(`${magic}${head.length} ${checksum(head)}\n`);
  return Buffer.concat([first, head, ...observations.flatMap(([, answer]) => (answer ? [answer] : []))]);
}

/**
 * Finds out whether an entry answers a run.
 * @param file the content of an entry's file, or of anything else
 * @param key of the run
 * @param ask how the world is asked now
 * @param now milliseconds since 1970
 * @returns what to print, or `undefined` when the file is no whole entry, is another run's or too old, or the world
 * answers differently now
 */
export function replay(file: Buffer, key: string, ask: Ask, now: number): Pick<Entry, "out" | "err"> | undefined {
  const found = prefix.exec(file.toString("latin1", 0, prefixBytes));
  if (!found) return undefined;
  const start = found[0].length;
  const end = start + Number(found[1]);
  const bytes = file.subarray(start, end);
  if (end > file.length || checksum(bytes) !== found[2]) return undefined;
  const head: Head = JSON.parse(bytes.toString());
  if (head.key !== key || (head.validUntil !== null && head.validUntil < now)) return undefined;
  let position = end;
  for (const [length, ...question] of head.questions) {
    const next = position + Math.max(0, length);
    const expected = length < 0 ? undefined : file.subarray(position, next);
    if (next > file.length || !sameAnswer(expected, ask(question))) return undefined;
    position = next;
  }
  return position === file.length ? { out: head.out, err: head.err } : undefined;
}

/** Puts a checksum in front of bytes that are used without being compared with anything. */
export function seal(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(checksum(bytes).padStart(sealBytes)), bytes]);
}

/** The bytes of a file that `seal` has made; `undefined` when it is damaged. */
export function unseal(file: Buffer): Buffer | undefined {
  const bytes = file.subarray(sealBytes);
  return file.toString("latin1", 0, sealBytes).trimStart() === checksum(bytes) ? bytes : undefined;
}

/**
 * A checksum of 53 bits against damage, not against malice (cyrb53): the hashes of `node:crypto` take longer to load
 * than a whole warm run may. The answers need none, since they are compared with the world.
 */
export function checksum(bytes: Uint8Array): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
