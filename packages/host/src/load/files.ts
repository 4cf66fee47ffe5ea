import { AsyncLocalStorage } from "node:async_hooks";
import { join, posix } from "node:path";
import type { FileProvider } from "@cicl/sdk";
import type { World } from "../cache/world.ts";
import { listFiles } from "../discover.ts";
import { readText } from "../disk.ts";

/** The folder of the pipeline that is being loaded; it follows a pipeline through its promises. */
const folder = new AsyncLocalStorage<string>();

/**
 * Runs code on behalf of a pipeline, such that it reads files relative to that pipeline's folder.
 * @param file the pipeline, relative to the root
 */
export function onBehalfOf<T>(file: string, run: () => T): T {
  return folder.run(posix.dirname(file), run);
}

/**
 * Reads files of the repository for user code.
 * @param root absolute
 * @param world remembers what was read
 */
export function fileProvider(root: string, world: World): FileProvider {
  const here = (): string => join(root, folder.getStore() ?? ".");
  return {
    read: (path) => readText(here(), path, world),
    glob: (pattern) => listFiles(here(), [pattern], [], world),
  };
}
