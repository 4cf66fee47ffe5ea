import { cpSync } from "node:fs";
import { basename } from "node:path";
import { workspace } from "./folders.ts";
import { succeed } from "./run.ts";

const left = new Set([".git", "node_modules", "dist"]);

/**
 * Copies the workspace and installs its dependencies there, so that a test may build and change the copy while other
 * tests use this one.
 * @param copy an empty folder
 */
export function copyWorkspace(copy: string): void {
  cpSync(workspace, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  pnpm(copy, "install", "--prefer-offline", "--frozen-lockfile");
}

/** Runs the workspace's package manager, which must succeed, and gives what it printed. */
export function pnpm(folder: string, ...args: readonly string[]): string {
  return succeed(folder, "npx", "--yes", "pnpm@12", ...args);
}
