// What every start of cicl loads. When there is nothing to do it says so and ends; else it loads the rest.
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import {
  cacheFolder,
  codeFile,
  createAsk,
  entryFile,
  isFolderStill,
  isStill,
  keyOf,
  replay,
  unseal,
} from "@cicl/host/cache";
import { ignoreGoneReaders, isTerminal, processColor } from "./terminal.ts";

/** Names this build of cicl. */
declare const ciclBuild: string;
declare const ciclVersion: string;

/** Prints without Node's streams, which take a while to be made. */
function print(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch {
    // The reader is slow or gone: the stream knows how to wait.
    ignoreGoneReaders();
    (descriptor === 1 ? process.stdout : process.stderr).write(rest);
  }
}

/** Answers from what is known already; says whether it did. */
function answer(): boolean {
  const argv = process.argv.slice(2);
  const [command = ""] = argv;
  if (argv.length === 1 && (command === "--version" || command === "-V")) {
    print(1, `${ciclVersion}\n`);
    return true;
  }
  if (argv.length === 1 && (command === "--help" || command === "-h")) return help();
  return (command === "check" || command === "synth") && repeat();
}

/** The build has written down what commander says. A narrow terminal gets it wrapped, by commander itself. */
function help(): boolean {
  try {
    const text = readFileSync(join(__dirname, "help.txt"), "utf8");
    const width = isTerminal(1) ? process.stdout.columns : Number.POSITIVE_INFINITY;
    if (text.split("\n").some((line) => line.length > width)) return false;
    print(1, text);
    return true;
  } catch {
    return false;
  }
}

/** Prints again what the same run has printed before, if nothing that it depends on has changed since. */
function repeat(): boolean {
  try {
    const key = keyOf({ build: ciclBuild, color: processColor() });
    const file = entryFile(cacheFolder(process.env, process.platform), key);
    const found = replay(readFileSync(file), key, { ask: createAsk(), isStill, isFolderStill }, Date.now());
    if (!found) return false;
    print(1, found.out);
    print(2, found.err);
    return true;
  } catch {
    // No entry, or something that can't be read: the compiler will say what is wrong, if anything is.
    return false;
  }
}

/** Loads the rest, compiled already where an earlier run has kept that. */
function compile(): void {
  const file = join(__dirname, "compiler.cjs");
  const cachedData = compiledIn(codeFile(cacheFolder(process.env, process.platform), ciclBuild));
  const { Script } = process.getBuiltinModule("node:vm");
  const script = new Script(`(function (module, require, __filename) {${readFileSync(file, "latin1")}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module: { exports: { start?(build: string, code: () => Buffer | undefined): void } } = { exports: {} };
  script.runInThisContext()(module, require, file);
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  module.exports.start?.(ciclBuild, () => (isKept ? undefined : script.createCachedData()));
}

function compiledIn(file: string): Buffer | undefined {
  try {
    return unseal(readFileSync(file));
  } catch {
    return undefined;
  }
}

if (!answer()) compile();
