import type { Facts } from "@cicl/model";
import { createWorld, type World } from "./cache/world.ts";
import { listFiles } from "./discover.ts";
import { withoutIgnored } from "./ignored.ts";
import type { Root } from "./root.ts";

const lockfiles = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
  "deno.lock",
  "Cargo.lock",
  "go.sum",
  "poetry.lock",
  "uv.lock",
  "pdm.lock",
  "pylock.toml",
  "Pipfile.lock",
  "requirements*.txt",
  "Gemfile.lock",
  "composer.lock",
  "mix.lock",
  "pubspec.lock",
  "gradle.lockfile",
  "packages.lock.json",
  "Package.resolved",
];

const dockerfiles = ["Dockerfile", "Dockerfile.*", "*.Dockerfile", "Containerfile", "Containerfile.*"];
const dockerignore = /(^|\/)Dockerfile\.dockerignore$/;

/**
 * Looks at the repository for what gates depend on, with the exclusions of discovery. What git ignores and doesn't
 * track isn't part of the repository: a fresh clone must come to the same facts.
 * @param exclude globs of the configuration
 * @param world remembers what was listed
 * @throws CiclError CICL1014 when a folder can't be read
 */
export function gatherFacts(root: Root, exclude: readonly string[] = [], world: World = createWorld()): Facts {
  const below = (names: readonly string[]): readonly string[] => {
    const patterns = names.map((name) => `**/${name}`);
    return withoutIgnored(root.folder, listFiles(root.folder, patterns, exclude, world), world);
  };
  return {
    lockfiles: below(lockfiles),
    dockerfiles: below(dockerfiles).filter((file) => !dockerignore.test(file)),
  };
}
