import { createWorld, holdsEntries, storeEntry, storeFile, writableFolder } from "@cicl/host";
import { cacheFolder, codeFile, keyOf, seal } from "@cicl/host/cache";
import { main } from "./program.ts";
import { ignoreGoneReaders, isLost, processColor, processTerminal, unprinted } from "./terminal.ts";
import { version } from "./version.ts";

/**
 * Runs the command line of this process to its end, and keeps what it printed for the next run where that can be used.
 * @param build names this build of cicl
 * @param compiled makes the code of this program as V8 has compiled it; `undefined` where that is kept already
 */
export async function start(build: string, compiled: () => Uint8Array | undefined): Promise<void> {
  ignoreGoneReaders();
  try {
    const [out, err] = [recordOf(process.stdout), recordOf(process.stderr)];
    const world = createWorld();
    const color = processColor();
    const key = keyOf({ build, color });
    const cache = writableFolder(cacheFolder(process.env, process.platform));
    const isUsed = cache !== undefined && holdsEntries(cache);
    const session = { world, ...(cache === undefined ? {} : { cache }) };
    const { code, repeatable } = await main(process.argv.slice(2), processTerminal(color), session);
    if (cache !== undefined && repeatable && world.isComplete()) {
      const seen = { observations: world.observations(), folders: world.folders() };
      storeEntry(cache, { key, validUntil: null, out: out(), err: err(), ...seen });
    }
    // Keeping the code takes a tenth of a run. A machine that starts with nothing, as in CI, may never use it.
    const program = isUsed ? compiled() : undefined;
    if (cache !== undefined && program) storeFile(codeFile(cache, build), seal(program));
    leave(code);
  } catch (cause) {
    apologise(cause);
    leave(3);
  }
}

/** Remembers what is printed from now on. */
function recordOf(stream: NodeJS.WriteStream): () => string {
  const chunks: Buffer[] = [];
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    chunks.push(Buffer.from(chunk));
    return Reflect.apply(write, stream, [chunk, ...rest]);
  };
  return () => Buffer.concat(chunks).toString();
}

/** Ends the process once everything is printed, whatever timers or connections a pipeline has left behind. */
function leave(code: number): void {
  const flush = (stream: NodeJS.WriteStream, then: (lost: boolean) => void): void =>
    void stream.write("", (cause) => then(isLost(cause)));
  flush(process.stdout, (out) =>
    flush(process.stderr, (err) => whenIdle(() => process.exit(out || err ? unprinted : code))),
  );
}

/** The real one: user code may have put another in its place. */
const later = setTimeout;
/** Bytes of a heap that is far from having to be collected at once. */
const smallHeap = 32 * 2 ** 20;
/** How long to look whether anything is done, in milliseconds, and how often at most. */
const [glance, mostGlances] = [2, 100];
/** Microseconds of work in that time that count as none. */
const idleWork = 700;

/**
 * Waits until V8 compiles nothing beside any more. A compilation that asks for a collection of garbage waits for this
 * thread; where this thread has begun to exit, it waits for the compilation, for ever (nodejs/node#54918).
 */
function whenIdle(then: () => void, glances = mostGlances): void {
  if (process.memoryUsage().heapTotal < smallHeap) {
    then();
    return;
  }
  const before = process.cpuUsage();
  later(() => {
    const { user, system } = process.cpuUsage(before);
    if (glances === 0 || user + system < idleWork) then();
    else whenIdle(then, glances - 1);
  }, glance);
}

function apologise(cause: unknown): void {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(
    `Sorry, cicl itself has failed; your pipeline isn't to blame. Nothing can be said about the files.
Please report the following, together with the pipeline that shows it:

cicl ${version}, Node ${process.version}, ${process.platform} ${process.arch}
${stack}
`,
  );
}
