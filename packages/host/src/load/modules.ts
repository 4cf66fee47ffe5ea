import { CiclError, didYouMean, error, type Origin } from "@cicl/diagnostics";
import type { World } from "../cache/world.ts";
import { unresolved } from "./complaint.ts";
import { watchModules } from "./guard.ts";
import { callerOrigin } from "./stack.ts";

/** Module name → what it exports: `cicl` and below, handed to user code as they are. */
export type Modules = Readonly<Record<string, object>>;

/**
 * Makes the `require` of a bundle: cicl's own modules, which therefore exist once and need no `node_modules`, and those
 * of Node. Everything else is in the bundle already.
 * @param world remembers which of Node's modules let a pipeline read the world by itself
 */
export function makeRequire(modules: Modules, world: World): (id: string) => unknown {
  const exposed = new Map(Object.entries(modules).map(([name, exported]) => [name, expose(name, exported)]));
  return (id) => {
    const module = exposed.get(id);
    if (module) return module;
    const name = id.replace(/^node:/, "");
    // The real one would lead around the watch on the global.
    if (name === "process") return globalThis.process;
    const builtin = getBuiltinModule(id);
    const isSelfContained = selfContained.has(name.split("/")[0] ?? "");
    if (name === "crypto" || !isSelfContained) watchModules();
    if (builtin && !isSelfContained) world.untracked(`node:${name}`);
    if (builtin) return builtin;
    throw new CiclError(unresolved(id, [...exposed.keys()], here()));
  };
}

/** The real one: while user code runs, the global `process` is watched. */
const { getBuiltinModule } = process;

/** Modules of Node that compute and read nothing. */
const selfContained: ReadonlySet<string> = new Set(
  "assert async_hooks buffer crypto events path punycode querystring stream string_decoder timers url util zlib".split(
    " ",
  ),
);

/**
 * A module without types knows no misspelt name, and reading one gives `undefined`, which fails later and elsewhere.
 * So a copy of the module's names inherits from a proxy that refuses all others.
 */
function expose(name: string, exported: object): object {
  const names = Object.keys(exported);
  const refuse = new Proxy(Object.create(null), {
    get(_target, key): unknown {
      if (typeof key === "symbol" || key === "then" || key === "default" || key === "__esModule") return undefined;
      throw new CiclError(
        error(
          "CICL1003",
          {
            what: `"${name}" exports nothing named "${key}".`,
            why: "The pipeline can't be loaded without it.",
            fix: `${didYouMean(key, names)}Correct the name.`,
          },
          here(),
        ),
      );
    },
  });
  return Object.assign(Object.create(refuse), exported);
}

function here(): { readonly origin?: Origin } {
  const origin = callerOrigin();
  return origin ? { origin } : {};
}
