import type { Word } from "./word.ts";

/** A command that runs another one. */
interface Wrapper {
  /** Its options that take a word. */
  readonly takes: readonly string[];
  /** How many operands stand before the command; 0 by default. */
  readonly operands?: number;
}

const wrappers: Readonly<Record<string, Wrapper>> = {
  builtin: { takes: [] },
  chroot: { takes: [], operands: 1 },
  command: { takes: [] },
  doas: { takes: ["-u", "-C"] },
  env: { takes: ["-u", "-C", "--unset", "--chdir"] },
  exec: { takes: ["-a"] },
  ionice: { takes: ["-c", "-n"] },
  nice: { takes: ["-n"] },
  nohup: { takes: [] },
  setsid: { takes: [] },
  stdbuf: { takes: ["-i", "-o", "-e"] },
  sudo: { takes: ["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-D"] },
  time: { takes: ["-f", "-o"] },
  timeout: { takes: ["-s", "-k"], operands: 1 },
  xargs: { takes: ["-I", "-n", "-P", "-L", "-d", "-E", "-s", "-a"] },
};

/**
 * The command that a wrapper runs: behind its options, assignments and operands.
 * @param name the wrapper
 * @param rest the words behind it
 * @returns `undefined` when the name isn't a wrapper's
 */
export function commandOf(name: string, rest: readonly Word[]): readonly Word[] | undefined {
  const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
  if (!wrapper) return undefined;
  let left = wrapper.operands ?? 0;
  for (let index = 0; index < rest.length; index++) {
    const text = rest[index]?.text ?? "";
    if (wrapper.takes.includes(text)) index++;
    else if (text.startsWith("-") && text !== "-") continue;
    else if (/^[^\0=]*=/.test(text))
      continue; // To env, whatever holds an equals sign is an assignment.
    else if (left-- <= 0) return rest.slice(index);
  }
  return [];
}
