import { dirname, sep } from "node:path";
import type { Answer, Question } from "./question.ts";
import type { World } from "./world.ts";

/** What a file imports. */
export interface Import {
  readonly path: string;
  readonly external?: boolean;
  /** As it is written in the source; absent: as `path`. */
  readonly original?: string;
}

/** Asks for what was read a while ago. */
export type Later = (question: Question) => Answer;

/** What an import is looked at with. */
export interface Where {
  /** The folder of the file that imports. */
  readonly from: string;
  /** The root, without links. */
  readonly top: string;
  readonly later: Later;
  readonly world: World;
}

/** An import as it is written. */
export function nameOf(imported: Import): string {
  return imported.original ?? imported.path;
}

/** A folder and all those above it. */
export function ancestors(folder: string): readonly string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...ancestors(dirname(folder))];
}

/** A folder as the start of the paths in it. */
export function withSlash(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
