import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Volume } from "./build-file.ts";

/** What stands in for a container's image on the host. */
export interface Image {
  /** A folder of commands that are found before the host's. */
  readonly commands?: string;
  /** What runs when a step states no entry point of its own; without it the first argument is the command. */
  readonly entrypoint?: readonly string[];
}

/**
 * The folders that steps share, as folders of the host. A step says `/workspace` and means one of them: since there is
 * no container to mount it in, and a mount of our own would need rights that not every machine gives, the path is
 * replaced by the folder's in all that the step is given: script, arguments, variables, folder. What a command reads
 * from elsewhere isn't touched.
 */
export interface Host {
  readonly workspace: string;
  readonly home: string;
  /** For one step: what containers don't share. */
  scratch(): string;
  /** Replaces the paths that Cloud Build mounts, and those of these volumes. */
  remap(text: string, volumes: readonly Volume[]): string;
  remove(): void;
}

/** Makes the folders for one build, all empty. */
export function makeHost(): Host {
  const root = mkdtempSync(join(tmpdir(), "cloudbuild-"));
  const folder = (...names: readonly string[]): string => {
    const path = join(root, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const fixed: readonly Mount[] = [
    { path: "/workspace", folder: folder("mounted", "ws") },
    { path: "/builder/home", folder: folder("mounted", "home") },
    { path: "/builder/outputs", folder: folder("mounted", "outputs") },
  ];
  return {
    workspace: join(root, "mounted", "ws"),
    home: join(root, "mounted", "home"),
    scratch: () => mkdtempSync(join(folder("scratch"), "step-")),
    remap: (text, volumes) =>
      replaceMounts(text, [...volumes.map(({ name, path }) => ({ path, folder: folder("volumes", name) })), ...fixed]),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

interface Mount {
  readonly path: string;
  readonly folder: string;
}

/** Replaces in one pass, so that no replacement is looked at again, and only where a path begins and a name ends. */
function replaceMounts(text: string, mounts: readonly Mount[]): string {
  const longest = mounts.toSorted((a, b) => b.path.length - a.path.length);
  const paths = longest.map(({ path }) => path.replace(/[\\^$.|+*?()[\]{}]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\w./})-])(?:${paths.join("|")})(?![\\w-]|\\.\\w)`, "g");
  return text.replace(pattern, (path) => mounts.find((mount) => mount.path === path)?.folder ?? path);
}
