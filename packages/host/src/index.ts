export { holdsEntries, storeEntry, storeFile, writableFolder } from "./cache/store.ts";
export { createWorld, type World } from "./cache/world.ts";
export { type Config, type ConfigInput, markConfig, resolveTargets } from "./config.ts";
export { unifiedDiff } from "./diff.ts";
export { openDisk, readText } from "./disk.ts";
export { gatherFacts } from "./facts.ts";
export { findEsbuild } from "./load/esbuild.ts";
export { type Loaded, type LoadInput, load, loadConfig } from "./load/load.ts";
export type { Modules } from "./load/modules.ts";
export { emptyLock, type Lock, lockFile, missingPins, parseLock, printLock } from "./lock.ts";
export { sameNames } from "./names.ts";
export { addPins, createPins, type PinRecord, setSecrets } from "./pins.ts";
export {
  changesOf,
  type FileStatus,
  type Plan,
  type PlanEntry,
  type Planning,
  type PlanRest,
  planWrites,
  type TargetFolder,
} from "./plan.ts";
export { findRoot, type Root } from "./root.ts";
export { type ForgeAddress, forgeAddress } from "./update/client.ts";
export { type Forge, openForge } from "./update/forge.ts";
export type { Dated, LookedUp, UpdateRules, WantedAction } from "./update/look-up.ts";
export { findingsOf, lookUpAll, newPin, setPins } from "./update/update.ts";
export { applyWrites } from "./write.ts";
