import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ancestors, type Import, nameOf, type Where, withSlash } from "./import.ts";
import { stemOf } from "./question.ts";

/** Remembers where a package was found: in the nearest `node_modules`, mostly through a link. */
export function observePackage(imported: Import, { from, top, later, world }: Where): void {
  const name = nameOf(imported);
  const depth = name.startsWith("@") ? 2 : 1;
  const packageName = name.split("/").slice(0, depth).join("/");
  const input = imported.external ? undefined : resolve(top, imported.path);
  for (const folder of ancestors(from)) {
    const place = join(folder, "node_modules", packageName);
    // A file of the name would be found first.
    later(["names", dirname(place), stemOf(basename(place))]);
    const real = later(["real", place])?.toString();
    if (real === undefined) continue;
    observeFolder(join(place, ...name.split("/").slice(depth)), name.split("/").length > depth, later);
    if (input?.startsWith(withSlash(real))) return;
    world.untracked(`the import "${name}", since ${place} doesn't hold it`);
    return;
  }
  if (!imported.external) world.untracked(`the import "${name}", which is no package`);
}

/** What is imported of a package may be a folder whose own `package.json` leads elsewhere. */
function observeFolder(path: string, isBelow: boolean, later: Where["later"]): void {
  if (!isBelow) return;
  later(["names", dirname(path), stemOf(basename(path))]);
  later(["text", join(path, "package.json")]);
}

/** Remembers nothing of an import inside its own package, whose `package.json` is known; what leads elsewhere isn't. */
export function observeSubpath(imported: Import, { from, top, world }: Where): void {
  const input = resolve(top, imported.path);
  const own = ancestors(from).find((folder) => existsSync(join(folder, "package.json")));
  if (!imported.external && own !== undefined && isInside(input, own)) return;
  world.untracked(`the import "${nameOf(imported)}", which leads to a package`);
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(withSlash(folder)) && !/[\\/]node_modules[\\/]/.test(file.slice(folder.length));
}
