import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** This workspace, absolute. */
export const workspace = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Makes an empty folder outside of the workspace, which is gone when the test file is through; to be called while the
 * tests are declared.
 */
export function emptyFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `cicl-${name}-`)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file, with the folders above it. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
