import { CiclError, didYouMean, error, type Origin } from "@cicl/diagnostics";
import { unresolved } from "./complaint.ts";
import { originOf } from "./stack.ts";

/** Module name → what it exports: `cicl` and below, handed to user code as they are. */
export type Modules = Readonly<Record<string, object>>;

/**
 * Makes the `require` of a bundle: cicl's own modules, which therefore exist once and need no `node_modules`, and those
 * of Node. Everything else is in the bundle already.
 */
export function makeRequire(modules: Modules): (id: string) => unknown {
  const exposed = new Map(Object.entries(modules).map(([name, exported]) => [name, expose(name, exported)]));
  return (id) => {
    const found = exposed.get(id) ?? process.getBuiltinModule(id);
    if (found) return found;
    throw new CiclError(unresolved(id, [...exposed.keys()], here()));
  };
}

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
  const origin = originOf(new Error());
  return origin ? { origin } : {};
}
