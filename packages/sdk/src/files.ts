import { CiclError, error, type Origin } from "@cicl/diagnostics";
import type { Json } from "@cicl/model";
import { glob } from "./check/glob.ts";
import { path } from "./check/path.ts";
import { originHere } from "./origin.ts";

/** Reads files of the repository and remembers what was read. Paths are relative to the folder of `pipeline.ts`. */
export interface FileProvider {
  /** @returns the text, or `undefined` when there is no such file */
  read(path: string): string | undefined;
  /** @returns sorted paths with `/` */
  glob(pattern: string): readonly string[];
}

let provider: FileProvider | undefined;

/**
 * Sets who reads files.
 * @param next the provider, or `undefined` for none
 * @returns the former one
 * @internal
 */
export function installFiles(next: FileProvider | undefined): FileProvider | undefined {
  const former = provider;
  provider = next;
  return former;
}

/** Reads files while the pipeline is loaded, in a way that cicl tracks: it loads the pipeline again when one changes. */
export const files = Object.freeze({
  /** The text of a file. @throws CiclError when it doesn't exist */
  read: (file: string): string => contents(file, originHere()),
  /** The data of a JSON file. @throws CiclError when it doesn't exist or isn't JSON */
  json(file: string): Json {
    const origin = originHere();
    const written = contents(file, origin);
    try {
      return JSON.parse(written) as Json;
    } catch {
      throw unreadable(`The file "${file}" isn't JSON.`, "Correct the file, or read it with files.read.", origin);
    }
  },
  /** The paths that match a glob, sorted. */
  glob(pattern: string): readonly string[] {
    const origin = originHere();
    const wanted = glob(pattern, origin);
    return Object.freeze([...installed(origin).glob(wanted)]);
  },
});

function contents(file: string, origin: Origin): string {
  const name = path(file, origin);
  const written = installed(origin).read(name);
  if (written !== undefined) return written;
  throw unreadable(
    `The file "${file}" doesn't exist.`,
    "Write its path relative to the folder of pipeline.ts.",
    origin,
  );
}

function installed(origin: Origin): FileProvider {
  if (provider) return provider;
  throw unreadable("Nobody reads files here.", "Load the pipeline with cicl instead of running it by itself.", origin);
}

function unreadable(what: string, fix: string, origin: Origin): CiclError {
  return new CiclError(
    error("CICL1014", { what, why: "The pipeline depends on what the file holds.", fix }, { origin }),
  );
}
