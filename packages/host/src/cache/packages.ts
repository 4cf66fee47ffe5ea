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
    if (input?.startsWith(withSlash(real))) return;
    world.untracked(`the import "${name}", since ${place} doesn't hold it`);
    return;
  }
  if (!imported.external) world.untracked(`the import "${name}", which is no package`);
}

/** Remembers nothing of an import below the nearest `package.json`, whose text is known; what leads elsewhere isn't. */
export function observeSubpath(imported: Import, { top, world }: Where): void {
  const input = resolve(top, imported.path);
  if (!imported.external && input.startsWith(withSlash(top)) && !/[\\/]node_modules[\\/]/.test(input)) return;
  world.untracked(`the import "${nameOf(imported)}", which leads to a package`);
}
