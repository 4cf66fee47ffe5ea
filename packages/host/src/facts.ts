import type { Facts } from "@cicl/model";
import { listFiles } from "./discover.ts";
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

const dockerfiles = ["Dockerfile", "Dockerfile.!(dockerignore)", "*.Dockerfile", "Containerfile", "Containerfile.*"];

/**
 * Looks at the repository for what gates depend on, with the exclusions of discovery.
 * @param exclude globs of the configuration
 * @throws CiclError CICL1014 when a folder can't be read
 */
export function gatherFacts(root: Root, exclude: readonly string[] = []): Facts {
  return {
    lockfiles: below(root, lockfiles, exclude),
    dockerfiles: below(root, dockerfiles, exclude),
  };
}

function below(root: Root, names: readonly string[], exclude: readonly string[]): readonly string[] {
  return listFiles(
    root.folder,
    names.map((name) => `**/${name}`),
    exclude,
  );
}
