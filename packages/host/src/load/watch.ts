import type { World } from "../cache/world.ts";
import { replace } from "./replace.ts";
import { callerOrigin } from "./stack.ts";

/** What of `process` says nothing that the key of the cache doesn't hold, or is watched elsewhere. */
const harmless: ReadonlySet<string> = new Set(
  `abort addListener arch argv cwd emit emitWarning execArgv execPath exit exitCode features hrtime listeners nextTick
  off on once platform prependListener release removeListener uptime version versions`.split(/\s+/),
);

/** Globals that read the world. */
const globals = ["EventSource", "WebSocket", "fetch", "localStorage", "navigator", "sessionStorage"];

/**
 * Tells the world what user code reads around `cicl`: environment variables are remembered with their values, all else
 * as untracked. Only code in a bundle is meant; everything else reads as before.
 * @param beforeReading called before user code reads what may lead it to a module of Node
 * @returns what ends it
 */
export function watchWorld(world: World, beforeReading: () => void): readonly (() => void)[] {
  return [
    replace(globalThis, "process", watchedProcess(world, beforeReading)),
    ...globals.filter((name) => name in globalThis).map((name) => watchGlobal(name, world)),
  ];
}

function isUser(): boolean {
  return callerOrigin() !== undefined;
}

function watchedProcess(world: World, beforeReading: () => void): NodeJS.Process {
  let env: unknown = watchedEnvironment(world);
  /** Says whether user code reads something that the world has to know of. */
  const isTelling = (key: string | symbol): key is string => {
    if (typeof key !== "string" || harmless.has(key)) return false;
    // Whoever asks: a stack can be hidden.
    if (key !== "env") beforeReading();
    return isUser();
  };
  return new Proxy(process, {
    get(target, key): unknown {
      if (isTelling(key)) {
        if (key === "env") return env;
        world.untracked(`process.${key}`);
      }
      return Reflect.get(target, key);
    },
    set(target, key, value) {
      // What user code puts there it gets back, and nobody else.
      if (key !== "env" || !isUser()) return Reflect.set(target, key, value);
      env = value;
      return true;
    },
    getOwnPropertyDescriptor(target, key) {
      if (isTelling(key)) world.untracked(`process.${key}`);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
}

function watchedEnvironment(world: World): NodeJS.ProcessEnv {
  const { env } = process;
  /** What user code has set says nothing of the world. */
  const own = new Set<string | symbol>();
  const take = (name: string | symbol): string | symbol => {
    own.add(name);
    return name;
  };
  const look = (name: string | symbol): void => {
    if (typeof name === "string" && !own.has(name)) world.ask(["env", name]);
  };
  // Node prints what is behind a proxy without asking it, so there is nothing.
  return new Proxy<NodeJS.ProcessEnv>(
    {},
    {
      get(_, name): unknown {
        look(name);
        return Reflect.get(env, name);
      },
      has(_, name) {
        look(name);
        return Reflect.has(env, name);
      },
      getOwnPropertyDescriptor(_, name) {
        look(name);
        return Reflect.getOwnPropertyDescriptor(env, name);
      },
      ownKeys() {
        world.untracked("the names in process.env");
        return Reflect.ownKeys(env);
      },
      set: (_, name, value) => Reflect.set(env, take(name), value),
      defineProperty: (_, name, descriptor) => Reflect.defineProperty(env, take(name), descriptor),
      deleteProperty: (_, name) => Reflect.deleteProperty(env, take(name)),
    },
  );
}

function watchGlobal(name: string, world: World): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  const read = (): unknown => (before?.get ? before.get.call(globalThis) : before?.value);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    enumerable: before?.enumerable ?? false,
    get() {
      if (isUser()) world.untracked(name);
      return read();
    },
    set(value: unknown) {
      Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
    },
  });
  return () => {
    if (before) Object.defineProperty(globalThis, name, before);
  };
}
