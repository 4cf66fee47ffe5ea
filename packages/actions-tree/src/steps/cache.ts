import type { CacheStep } from "@cicl/model";
import { cacheValue } from "../release.ts";
import { inside, traceAt } from "../scope.ts";
import { quote } from "../value.ts";
import { emitAction, refuseCache } from "./action.ts";
import { commonKeys, nextSpot } from "./emit.ts";
import { pathIn, type StepLowering } from "./step.ts";

/** Folders are kept under a key made of the system, the fixed part and the contents of files. */
export const lowerCache: StepLowering<CacheStep> = (step, scope, spot) => {
  traceAt(scope, inside(nextSpot(scope, spot), "uses"), "step.cache");
  if (!scope.mayCache) refuseCache(step, scope);
  const files = step.files.map((file) => quote(pathIn(scope.folder, file))).join(", ");
  const prefix = `\${{ runner.os }}-\${{ runner.arch }}-${step.key}-`;
  emitAction(
    "actions/cache",
    {
      ...commonKeys(step, scope, spot),
      with: {
        path: step.paths.map((path) => cachedPath(path, scope.folder)).join("\n"),
        key: cacheValue(step.files.length === 0 ? prefix.slice(0, -1) : `${prefix}\${{ hashFiles(${files}) }}`, scope),
        "restore-keys": step.files.length === 0 ? undefined : prefix,
      },
    },
    scope,
    spot,
  );
};

/** A path in the home folder or an absolute one stays as it is. */
function cachedPath(path: string, folder: string): string {
  return path.startsWith("~") || path.startsWith("/") ? path : pathIn(folder, path);
}
