import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Room } from "./rooms.ts";

/** The repository's folder, absolute, with a slash at its end. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface SourceFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** A test, or a helper that only tests may use. */
  readonly isTest: boolean;
}

/** The part of a package's manifest that the rules are about. */
export interface Manifest {
  readonly name: string;
  /** Absent: it is published. */
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The TypeScript files of a room: below `src` where it has one. */
export function sourcesOf(room: Room): readonly SourceFile[] {
  const folder = existsSync(`${repository}${room.folder}/src`) ? `${room.folder}/src` : room.folder;
  return readdirSync(repository + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort()
    .map((path) => ({
      path,
      text: readFileSync(repository + path, "utf8"),
      isTest: isForTests(path) || room.folder === "test",
    }));
}

/** Says whether a file is a test or a helper that only tests may use: `x.test.ts`, `x.types.ts`, `x.fixture.ts`, `testing.ts`. */
export function isForTests(path: string): boolean {
  return /(?:\.test|\.types|\.fixture|\/testing)\.ts$/.test(path);
}

/** The TypeScript files of the sample repositories, each with its sample's folder. */
export function exampleSources(): readonly { readonly path: string; readonly text: string; readonly sample: string }[] {
  return readdirSync(`${repository}examples`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => `examples/${name.replaceAll("\\", "/")}`)
    .map((path) => ({
      path,
      text: readFileSync(repository + path, "utf8"),
      sample: path.split("/").slice(0, 2).join("/"),
    }));
}

/** A room's `package.json`. */
export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(`${repository}${folder}/package.json`, "utf8"));
}

/** The folders that the workspace declares, its patterns resolved. */
export function workspaceFolders(): readonly string[] {
  return ["packages", "backends"]
    .flatMap((parent) => readdirSync(repository + parent).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(`${repository}${folder}/package.json`))
    .concat(["cli", "schemas", "test"]);
}
