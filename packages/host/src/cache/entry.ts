import { isKept, type Kept } from "./kept.ts";
import { type Ask, isListing, type Question } from "./question.ts";
import type { Stamp } from "./stamp.ts";

/** What a clean run has printed, and everything that it depends on. */
export interface Entry {
  /** Describes the run completely: program, command line, folder, environment. */
  readonly key: string;
  /** Milliseconds since 1970 after which it may not be used; `null`: no bound. */
  readonly validUntil: number | null;
  readonly out: string;
  readonly err: string;
  readonly observations: readonly Observation[];
  /** All folders that were listed, for as long as which the answers about folders hold; empty where that isn't known. */
  readonly folders: readonly Folder[];
}

/** A folder, absolute, with the stamp that it had before it was listed. */
export type Folder = readonly [path: string, ...stamp: Stamp];

/** A question with the answer that a run got. */
export interface Observation extends Kept {
  readonly question: Question;
  /** Of a file, taken before it was read; absent where it would say nothing. */
  readonly stamp?: Stamp | undefined;
}

/** The head of an entry's file, as JSON; the answers follow it. */
interface Head extends Omit<Entry, "observations"> {
  readonly questions: readonly Asked[];
}

/** A question with the length of its answer in bytes, -1 for none; whether that is a hash; the stamp, 0 for none. */
type Asked = readonly [bytes: number, isHash: 0 | 1, stamp: Stamp | 0, ...question: Question];

/** How the world is looked at. */
export interface Eyes {
  readonly ask: Ask;
  /** Whether a file is as it was when it got its stamp, so that it needn't be read. */
  isStill(question: Question, stamp: Stamp): boolean;
  /** The same of a folder, so that it needn't be listed. */
  isFolderStill(folder: string, stamp: Stamp): boolean;
}

/** Room for any checksum; whole words, since V8 wants its code aligned. */
const sealBytes = 16;

const magic = "cicl-cache 3 ";
const prefix = /^cicl-cache 3 (\d+)\n/;
/** More than the prefix can be long. */
const prefixBytes = 64;

/**
 * Writes an entry down: a line with the length of the head, the head, the head again, and the answers' bytes. Comparing
 * the two shows any damage, and takes a tenth of the time of a checksum in a program that has just been started.
 */
export function encodeEntry({ observations, ...rest }: Entry): Buffer {
  const questions = observations.map(
    ({ question, answer, isHash, stamp }): Asked => [answer?.length ?? -1, isHash ? 1 : 0, stamp ?? 0, ...question],
  );
  const head = Buffer.from(JSON.stringify({ ...rest, questions }));
  const first = Buffer.from(`${magic}${head.length}\n`);
  return Buffer.concat([first, head, head, ...observations.flatMap(({ answer }) => (answer ? [answer] : []))]);
}

/**
 * Finds out whether an entry answers a run.
 * @param file the content of an entry's file, or of anything else
 * @param key of the run
 * @param eyes how the world is looked at now
 * @param now milliseconds since 1970
 * @returns what to print, or `undefined` when the file is no whole entry, is another run's or too old, or the world
 * answers differently now
 */
export function replay(file: Buffer, key: string, eyes: Eyes, now: number): Pick<Entry, "out" | "err"> | undefined {
  const found = prefix.exec(file.toString("latin1", 0, prefixBytes));
  if (!found) return undefined;
  const length = Number(found[1]);
  const middle = found[0].length + length;
  const end = middle + length;
  const bytes = file.subarray(found[0].length, middle);
  if (end > file.length || !bytes.equals(file.subarray(middle, end))) return undefined;
  const head: Head = JSON.parse(bytes.toString());
  if (head.key !== key || (head.validUntil !== null && head.validUntil < now)) return undefined;
  const { folders } = head;
  const isListed = folders.length > 0 && folders.every(([path, ...stamp]) => eyes.isFolderStill(path, stamp));
  let position = end;
  for (const [length, isHash, stamp, ...question] of head.questions) {
    const next = position + Math.max(0, length);
    if (next > file.length) return undefined;
    const isStill = stamp ? eyes.isStill(question, stamp) : isListed && isListing(question);
    const kept: Kept = { answer: length < 0 ? undefined : file.subarray(position, next), isHash: isHash === 1 };
    if (!isStill && !isKept(kept, eyes.ask(question))) return undefined;
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
 * than a whole warm run may.
 */
export function checksum(bytes: Uint8Array): string {
  const whole = bytes.length >> 2;
  // Words are read four times as fast as bytes, from where they begin at a multiple of their length.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, whole);
  const rest = bytes.subarray(whole * 4);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < whole + rest.length; at++) {
    const word = (at < whole ? words[at] : rest[at - whole]) ?? 0;
    a = Math.imul(a ^ word, 2654435761);
    b = Math.imul(b ^ word, 1597334677);
    // Without this the highest bits of two words could cancel each other.
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
