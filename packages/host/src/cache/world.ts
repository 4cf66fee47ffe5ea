import type { Folder, Observation } from "./entry.ts";
import { createKeeper, isKept } from "./kept.ts";
import { type Answer, createAsk, type Question } from "./question.ts";
import { currentStamp, folderStamp, type Stamp } from "./stamp.ts";

/** The eyes of a run: all that is read goes through it and is remembered. */
export interface World {
  /**
   * Asks and remembers the answer.
   * @throws a system's error when something is there and can't be read
   */
  ask(question: Question): Answer;
  /** Remembers an answer that was got in another way, with the stamp that the file had before. */
  note(question: Question, answer: Answer, stamp: Stamp | undefined): void;
  /** Remembers that something was read of which nobody knows when it changes, e.g. `node:fs`. */
  untracked(what: string): void;
  /** Everything so far. */
  observations(): readonly Observation[];
  /** All folders that were listed so far; empty where one of them had just been changed. */
  folders(): readonly Folder[];
  /** Remembers that an answer can't be trusted this time, since what was asked for may have changed meanwhile. */
  unsettled(): void;
  /** What was read untracked, sorted. */
  untrackedReads(): readonly string[];
  /** Whether the same answers mean the same run. */
  isComplete(): boolean;
}

/** Makes the eyes of a run that has seen nothing yet. */
export function createWorld(): World {
  const stamps = new Map<string, Stamp | undefined>();
  const ask = createAsk((folder) => void stamps.set(folder, folderStamp(folder)));
  const seen = new Map<string, Observation>();
  const obstacles = new Set<string>();
  let settled = true;
  const keep = createKeeper();
  const note = (question: Question, answer: Answer, stamp: Stamp | undefined): void => {
    const name = JSON.stringify(question);
    const before = seen.get(name);
    if (!before) seen.set(name, { question, ...keep(question, answer), stamp });
    else if (!isKept(before, answer)) settled = false;
  };
  const attempt = (question: Question): Answer => {
    try {
      return ask(question);
    } catch (cause) {
      // Whoever catches it goes on without an answer, and nobody knows when there is one.
      settled = false;
      throw cause;
    }
  };
  return {
    ask(question) {
      const stamp = currentStamp(question);
      const answer = attempt(question);
      note(question, answer, stamp);
      return answer;
    },
    note,
    untracked: (what) => void obstacles.add(what),
    observations: () => [...seen.values()],
    folders() {
      const folders = [...stamps].flatMap(([path, stamp]): Folder[] => (stamp ? [[path, ...stamp]] : []));
      return folders.length === stamps.size ? folders : [];
    },
    unsettled() {
      settled = false;
    },
    untrackedReads: () => [...obstacles].sort(),
    isComplete: () => settled && obstacles.size === 0,
  };
}
