import { type Answer, type Question, sameAnswer } from "./question.ts";

/** An answer as it is kept: itself, or the SHA-256 of one that is too large to be kept. */
export interface Kept {
  readonly answer: Answer;
  readonly isHash: boolean;
}

/** Beside so many bytes the time that the hashes of `node:crypto` take to be loaded is small. */
const room = 2 ** 20;

/** Makes a function that keeps answers as they are, but of the files of a large repository, after the first ones, hashes. */
export function createKeeper(): (question: Question, answer: Answer) => Kept {
  let left = room;
  return ([kind], answer) => {
    if (answer === undefined || (kind !== "text" && kind !== "plain")) return { answer, isHash: false };
    left -= answer.length;
    return left >= 0 ? { answer, isHash: false } : { answer: hashOf(answer), isHash: true };
  };
}

/** Whether an answer is the one that was kept. */
export function isKept({ answer: kept, isHash }: Kept, answer: Answer): boolean {
  return sameAnswer(kept, isHash && answer !== undefined ? hashOf(answer) : answer);
}

/** While user code runs, the global `process` is watched. */
const { getBuiltinModule } = process;

function hashOf(bytes: Buffer): Buffer {
  return getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest();
}
