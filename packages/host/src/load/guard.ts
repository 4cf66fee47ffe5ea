import { CiclError, type Diagnostic, error } from "@cicl/diagnostics";
import type { World } from "../cache/world.ts";
import { prepareOnRead, replace } from "./replace.ts";
import { callerOrigin, stackDepth } from "./stack.ts";
import { watchWorld } from "./watch.ts";

/** What ran under the guard, and what it was refused, even where user code caught the error. */
export interface Guarded<T> {
  readonly value: T;
  readonly refusals: readonly Diagnostic[];
  /** What it threw where nobody waits: rejected promises without a handler, and exceptions of timers. */
  readonly strays: readonly unknown[];
}

type Refuse = (what: string) => void;
type Callable = (...args: readonly unknown[]) => unknown;

/** Begins the watches that cost the loading of a module; present while user code runs that hasn't come near it yet. */
let begin: (() => void) | undefined;

/** While user code runs, the global `process` is watched. */
const { getBuiltinModule } = process;

/**
 * Has randomness and the clock refused in modules of Node too, if user code runs: called before it can reach one of them.
 * They take longer to load than most pipelines.
 */
export function watchModules(): void {
  begin?.();
  begin = undefined;
}

/**
 * Runs user code such that the same files always give the same pipelines: reading the clock or randomness throws
 * CICL1007, leaving the process throws CICL1004 (both only where the call comes from a bundle), and what is printed goes
 * to the error stream, since the output is the command's own. Exceptions that escape are collected instead of ending
 * the process. All is as before in the end, whatever happens.
 * @param world is told what else user code reads
 */
export async function guarded<T>(run: () => Promise<T>, world: World): Promise<Guarded<T>> {
  const refusals: Diagnostic[] = [];
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = stackDepth;
  const strays: unknown[] = [];
  const later: (() => void)[] = [];
  const restores = [
    ...nondeterminism(refusals, later),
    ...effects(refusals),
    ...listen(strays),
    ...watchWorld(world, watchModules),
  ];
  try {
    const value = await run();
    // Node announces a rejection that nobody handles only at the end of a turn.
    await new Promise((resolve) => setImmediate(resolve));
    return { value, refusals, strays };
  } finally {
    begin = undefined;
    for (const restore of [...restores, ...later].reverse()) restore();
    Error.stackTraceLimit = limit;
  }
}

/** @param later gets what ends the watches that begin when user code comes near a module of Node */
function nondeterminism(refusals: Diagnostic[], later: (() => void)[]): readonly (() => void)[] {
  const refuse = refuser(refusals, (name) =>
    error("CICL1007", {
      what: `${name} is called while the pipeline is loaded.`,
      why: "The same files must always render the same bytes, on every machine and day.",
      fix: "Read such a value when the job runs: in a script, or from a context such as run.id or commit.sha.",
    }),
  );
  const watchAll = (object: object, title: string, names: readonly string[]): void => {
    for (const name of names.filter((one) => one in object)) {
      later.push(watch(object, name, `${title}.${name}()`, refuse));
    }
  };
  const watchWeb = (web: object): void => watchAll(web, "crypto", ["randomUUID", "getRandomValues"]);
  const watchClock = (clock: object): void => {
    watchAll(clock, "performance", ["now", "mark", "measure", "toJSON"]);
    later.push(watchRead(clock, "timeOrigin", () => refuse("performance.timeOrigin")));
  };
  const watched = watchedDate(refuse);
  begin = () => {
    const crypto = getBuiltinModule("node:crypto");
    watchAll(crypto, "crypto", nodeRandomness);
    // What user code has put in the place of the globals says nothing of these.
    watchWeb(crypto.webcrypto);
    watchClock(getBuiltinModule("node:perf_hooks").performance);
  };
  return [
    replace(globalThis, "Date", watched),
    replace(Date.prototype, "constructor", watched),
    ...watchedFormat(refuse),
    watch(Math, "random", "Math.random()", refuse),
    prepareOnRead(globalThis, "performance", watchClock),
    replace(process, "hrtime", watchedTimer(refuse)),
    watch(process, "uptime", "process.uptime()", refuse),
    prepareOnRead(globalThis, "crypto", watchWeb),
  ];
}

const nodeRandomness =
  `randomBytes randomUUID randomInt randomFill randomFillSync pseudoRandomBytes prng rng generateKey
  generateKeySync generateKeyPair generateKeyPairSync generatePrime generatePrimeSync createECDH createDiffieHellman
  createDiffieHellmanGroup getDiffieHellman`.split(/\s+/);

function effects(refusals: Diagnostic[]): readonly (() => void)[] {
  const refuse = refuser(refusals, (name) =>
    error("CICL1004", {
      what: `${name} is called while the pipeline is loaded.`,
      why: "It would end cicl before anything is rendered or checked.",
      fix: "Throw an error instead.",
    }),
  );
  return [
    watch(process, "exit", "process.exit()", refuse),
    watch(process, "abort", "process.abort()", refuse),
    replace(process.stdout, "write", process.stderr.write.bind(process.stderr)),
  ];
}

function listen(strays: unknown[]): readonly (() => void)[] {
  const note = (cause: unknown): void => void strays.push(cause);
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
  return [() => process.off("unhandledRejection", note), () => process.off("uncaughtException", note)];
}

function refuser(refusals: Diagnostic[], describe: (name: string) => Diagnostic): Refuse {
  return (name) => {
    const origin = callerOrigin();
    if (!origin) return;
    const refusal = { ...describe(name), origin };
    refusals.push(refusal);
    throw new CiclError(refusal);
  };
}

/** `Date` without the ways to ask for the current time. */
function watchedDate(refuse: Refuse): DateConstructor {
  const { now } = Date;
  const watchedNow = (): number => {
    refuse("Date.now()");
    return now();
  };
  return new Proxy(Date, {
    construct(target, args, newTarget): object {
      if (args.length === 0) refuse("new Date()");
      return Reflect.construct(target, args, newTarget);
    },
    apply(target, self, args): unknown {
      refuse("Date()");
      return Reflect.apply(target, self, args);
    },
    get: (target, key) => (key === "now" ? watchedNow : Reflect.get(target, key)),
  });
}

/** A format of dates without the ways to format the current time. */
function watchedFormat(refuse: Refuse): readonly (() => void)[] {
  const { prototype } = Intl.DateTimeFormat;
  const onNow = <T extends Callable>(format: T, name: string): Callable =>
    new Proxy(format, {
      apply(target, self, args): unknown {
        if (args[0] === undefined) refuse(`Intl.DateTimeFormat.${name}()`);
        return Reflect.apply(target, self, args);
      },
    });
  const before = Object.getOwnPropertyDescriptor(prototype, "format");
  const read = before?.get;
  if (!read) return [];
  Object.defineProperty(prototype, "format", {
    ...before,
    get(): Callable {
      return onNow(read.call(this) as Callable, "format");
    },
  });
  return [
    () => void Object.defineProperty(prototype, "format", before),
    replace(prototype, "formatToParts", onNow(prototype.formatToParts as Callable, "formatToParts")),
  ];
}

/** Calls back whenever a property is read. */
function watchRead(object: object, key: string, onRead: () => void): () => void {
  const value: unknown = Reflect.get(object, key);
  const own = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, {
    configurable: true,
    get() {
      onRead();
      return value;
    },
  });
  return () => {
    if (own) Object.defineProperty(object, key, own);
    else Reflect.deleteProperty(object, key);
  };
}

function watchedTimer(refuse: Refuse): NodeJS.HRTime {
  const { hrtime } = process;
  return new Proxy(hrtime, {
    apply(target, self, args): unknown {
      refuse("process.hrtime()");
      return Reflect.apply(target, self, args);
    },
    get(target, key): unknown {
      refuse("process.hrtime.bigint()");
      return Reflect.get(target, key);
    },
  });
}

function watch(object: object, key: string, name: string, refuse: Refuse): () => void {
  const original: unknown = Reflect.get(object, key);
  return replace(
    object,
    key,
    new Proxy(original as Callable, {
      apply(target, self, args): unknown {
        refuse(name);
        return Reflect.apply(target, self, args);
      },
    }),
  );
}
