import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program that is refused, as its first line says it. */
export interface Program {
  readonly name: string;
  readonly title: string;
  /** The codes of `synth`, in its order. */
  readonly codes: readonly string[];
  /** The line that is wrong, counted from 1: the one behind the comment that says why. */
  readonly line: number;
  /** Whether the type checker refuses it too. */
  readonly checked: boolean;
  readonly source: string;
}

/** An error of `synth`. */
export interface Refusal {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

/** @param top the folder of the repository, with `/` at its end */
export function refusedPrograms(top: string): readonly Program[] {
  const folder = `${top}test/refused/`;
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const source = readFileSync(`${folder}${name}/pipeline.ts`, "utf8");
    const [first = "", ...lines] = source.split("\n");
    const [, title = ""] = /^\/\/ (.+): refused with /.exec(first) ?? [];
    if (title === "") throw new Error(`${name} doesn't begin with its title, a colon and what refuses it.`);
    const comment = lines.findIndex((line) => /@ts-expect-error|Only synth knows/.test(line));
    const checked = source.includes("@ts-expect-error");
    return { name, title, codes: first.match(/CICL\d{4}/g) ?? [], line: comment + 3, checked, source };
  });
}

/** What `cicl synth` says of a program. Needs the built command line. */
export function synthSays(top: string, name: string) {
  const folder = `${top}test/refused/${name}`;
  const { status, out } = node(`${top}cli/bin/cicl.cjs`, "synth", "--cwd", folder, "--format", "json");
  const { diagnostics, files } = JSON.parse(out) as { diagnostics: readonly Refusal[]; files: readonly unknown[] };
  return { status, files, errors: diagnostics.filter(({ severity }) => severity === "error") };
}

/**
 * What the type checker says of each program that it refuses, by the program's name: the first line of each message.
 * The programs expect their errors, which the checker then keeps to itself; it is given copies that don't.
 */
export function checkerSays(top: string): ReadonlyMap<string, readonly string[]> {
  const copies = mkdtempSync(join(tmpdir(), "cicl-refused-"));
  try {
    for (const { name, source } of refusedPrograms(top)) {
      mkdirSync(join(copies, name));
      writeFileSync(join(copies, name, "pipeline.ts"), source.replaceAll("@ts-expect-error", "expected:"));
    }
    const paths = { cicl: [`${top}cli/src/index.ts`], "cicl/actions": [`${top}cli/src/actions.ts`] };
    const compilerOptions = { paths, typeRoots: [`${top}node_modules/@types`] };
    const config = { extends: `${top}tsconfig.json`, compilerOptions, include: ["*/pipeline.ts"] };
    writeFileSync(join(copies, "package.json"), '{ "type": "module" }');
    writeFileSync(join(copies, "tsconfig.json"), JSON.stringify(config));
    const { out } = node(`${top}node_modules/typescript/bin/tsc`, "-p", copies, "--pretty", "false");
    const messages = new Map<string, string[]>();
    for (const [, name = "", message = ""] of out.matchAll(/([\w-]+)\/pipeline\.ts\(\d+,\d+\): error (.+)/g)) {
      messages.set(name, [...(messages.get(name) ?? []), message]);
    }
    return messages;
  } finally {
    rmSync(copies, { recursive: true });
  }
}

/** Runs one of the project's programs; a start-up variable of this kind would only slow it down. */
export function node(...args: readonly string[]): { readonly status: number | null; readonly out: string } {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, out: stdout };
}
