// What a run needs to find out that it has nothing to do. It is loaded on every start, so it may use nothing but a few
// modules of Node.
export { replay, seal, unseal } from "./entry.ts";
export { cacheFolder, codeFile, entryFile, type Invocation, keyOf } from "./place.ts";
export { createAsk } from "./question.ts";
export { isFolderStill, isStill } from "./stamp.ts";
