import { expect, test } from "vitest";
import { createWorld } from "../cache/world.ts";
import { codesOf, temporaryFolder } from "../testing.ts";
import { type Bundle, createBundler } from "./bundle.ts";
import { findEsbuild } from "./esbuild.ts";
import { guarded } from "./guard.ts";

const cli = new URL("../../../../cli/package.json", import.meta.url).href;

const bundle = (source: string): Bundle => {
  const root = temporaryFolder({ "a.ts": source });
  return createBundler({ root, esbuild: findEsbuild(cli), modules: {}, world: createWorld() }).bundle(["a.ts"]);
};

const evaluate = async (expression: string): Promise<unknown> => {
  const source = `import crypto from "node:crypto"; import { randomBytes } from "node:crypto";
    export default () => ${expression}; export const used = [crypto, randomBytes];`;
  const made = bundle(source);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const guard = await guarded(
    async () => (made.run("a.ts") as { readonly default: () => unknown }).default(),
    createWorld(),
  );
  return guard.value;
};

test.each([
  "Date.now()",
  "new Date()",
  "Date()",
  "Math.random()",
  "performance.now()",
  "process.hrtime()",
  "process.hrtime.bigint()",
  "process.uptime()",
  "globalThis.crypto.randomUUID()",
  "globalThis.crypto.getRandomValues(new Uint8Array(1))",
  "crypto.randomUUID()",
  "crypto.randomInt(9)",
  "crypto.getRandomValues(new Uint8Array(1))",
  "randomBytes(4)",
  "crypto.pseudoRandomBytes(4)",
  'crypto.generateKeySync("hmac", { length: 64 })',
  'new Intl.DateTimeFormat("en").format()',
  'new Intl.DateTimeFormat("en").formatToParts(undefined)',
  "new Date(0).constructor.now()",
  "performance.timeOrigin",
  'performance.mark("a")',
  "(Error.stackTraceLimit = 0, Date.now())",
  "(Error.prepareStackTrace = () => [], Date.now())",
])("%s is refused while a pipeline is loaded", async (expression) => {
  const cause: unknown = await evaluate(expression).catch((thrown: unknown) => thrown);
  expect(codesOf(cause)).toEqual(["CICL1007"]);
});

test.each([
  'process.getBuiltinModule("node:crypto").randomUUID()',
  'process.getBuiltinModule("node:perf_hooks").performance.now()',
  'require("node:module").createRequire("/")("node:crypto").randomInt(9)',
  'Object.getOwnPropertyDescriptor(process, "getBuiltinModule").value("node:crypto").randomBytes(2)',
  'Object.getOwnPropertyDescriptors(process).getBuiltinModule.value("node:crypto").randomBytes(2)',
  '(globalThis.performance = { now: () => 0 }, require("node:perf_hooks").performance.now())',
  '(delete globalThis.performance, require("node:perf_hooks").performance.now())',
  '(globalThis.crypto = {}, require("node:crypto").webcrypto.randomUUID())',
  '(Object.defineProperty(globalThis, "crypto", { value: {} }), require("node:crypto").webcrypto.randomUUID())',
  '(Error.stackTraceLimit = 0, (get) => (Error.stackTraceLimit = 50, get("crypto").randomUUID()))(process.getBuiltinModule)',
])("%s is refused to a pipeline that imports nothing else", async (expression) => {
  const made = bundle(`export default () => ${expression};`);
  const run = async (): Promise<unknown> => made.ok && (made.run("a.ts") as { default: () => unknown }).default();
  const cause: unknown = await guarded(run, createWorld()).catch((thrown: unknown) => thrown);
  expect(codesOf(cause)).toEqual(["CICL1007"]);
});

test("process.exit() can't end cicl", async () => {
  expect(codesOf(await evaluate("process.exit(0)").catch((thrown: unknown) => thrown))).toEqual(["CICL1004"]);
});

test("dates that are given, and hashes, stay allowed", async () => {
  expect(await evaluate('new Date("2026-01-02T03:04:05Z").toISOString()')).toBe("2026-01-02T03:04:05.000Z");
  expect(await evaluate("new Date(0) instanceof Date && Date.UTC(1970, 0)")).toBe(0);
  expect(await evaluate('new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(0)')).toBe("1/1/1970");
  expect(await evaluate('crypto.createHash("sha256").update("").digest("hex").length')).toBe(64);
});

test("a refusal that user code catches is still known", async () => {
  const made = bundle("let x; try { x = Date.now(); } catch { x = 1; } export default x;");
  const { refusals } = await guarded(async () => made.ok && made.run("a.ts"), createWorld());
  expect(refusals.map(({ code, origin }) => `${code} ${origin?.file}`)).toEqual(["CICL1007 cicl-bundle.cjs"]);
});

test("afterwards everything is as before, also after an exception", async () => {
  const all = () => [
    ...[Date, Date.prototype.constructor, Math.random, performance.now, process.hrtime, process.exit],
    ...[process.stdout.write, Intl.DateTimeFormat.prototype.formatToParts],
    Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format"),
  ];
  const before = all();
  await expect(
    guarded(async () => {
      throw new Error("boom");
    }, createWorld()),
  ).rejects.toThrow("boom");
  expect(all()).toEqual(before);
  expect(Object.hasOwn(performance, "now")).toBe(false);
  expect(typeof Object.getOwnPropertyDescriptor(globalThis, "crypto")?.get).toBe("function");
});

test("what user code has put in the place of a global is gone afterwards, even where it can't be replaced", async () => {
  const before = ["crypto", "performance"].map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  const made = bundle("globalThis.crypto = {}; delete globalThis.performance; globalThis.fetch = 1; export default 1;");
  await guarded(async () => made.ok && made.run("a.ts"), createWorld());
  const after = ["crypto", "performance"].map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  expect(after).toEqual(before);
});

test("cicl's own code may read the clock meanwhile", async () => {
  const { value, refusals } = await guarded(async () => Date.now() > 0 && Math.random() < 1, createWorld());
  expect(value).toBe(true);
  expect(refusals).toEqual([]);
});
