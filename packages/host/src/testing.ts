import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Makes a folder with files for one test.
 * @param files path → content
 * @returns its absolute path; it is removed after the test
 */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cicl-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/**
 * Gives what a function throws.
 * @throws when it throws nothing
 */
export function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (cause) {
    return cause;
  }
  throw new Error("nothing was thrown");
}

/** The codes of a thrown CiclError. */
export function codesOf(cause: unknown): readonly string[] {
  if (cause instanceof Error && "diagnostics" in cause && Array.isArray(cause.diagnostics)) {
    return cause.diagnostics.map((diagnostic: { readonly code: string }) => diagnostic.code);
  }
  throw cause;
}
