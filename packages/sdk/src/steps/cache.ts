import { glob } from "../check/glob.ts";
import { cachePath } from "../check/path.ts";
import { list, object, type Reader, text, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { asModel, makeStep, type Step, type StepOptions, stepShape } from "./step.ts";

export interface CacheOptions extends StepOptions {
  /** Folders to keep; `~` is the home folder. */
  readonly paths: readonly string[];
  /** The key's fixed part. */
  readonly key: string;
  /** Globs of files whose contents are part of the key. */
  readonly files?: readonly string[];
}

const key: Reader<string> = (value, origin) => {
  const written = text(value, origin);
  // Engines split keys at commas and line ends, and read their own expressions in them.
  return /^[A-Za-z0-9._/-]{1,200}$/.test(written)
    ? written
    : wrong(value, "a key of letters, digits, dots, slashes, hyphens and underscores", origin);
};

/** Restores folders that a former run kept under the same key, and keeps them at the end of the job. */
export function cache<const O extends CacheOptions>(options: O & Exact<O, CacheOptions>): Step {
  const origin = originHere();
  const shape = { ...stepShape, paths: list(cachePath, 1), key, files: withDefault(list(glob), []) };
  return makeStep({ kind: "cache", origin, ...asModel(object("A cache", shape)(options, origin)) });
}
