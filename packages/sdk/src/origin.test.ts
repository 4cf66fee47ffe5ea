import { afterAll, expect, test } from "vitest";
import { files, installFiles, installOrigins, job, jobDraftOf, sh } from "./index.ts";
import { codes } from "./user-code.fixture.ts";

const former = installOrigins(undefined);
installOrigins(former);
afterAll(() => void installOrigins(former));

test("The origin is the first frame of user code, so a helper of the user is the place", () => {
  const helper = (id: string) => job(id, { steps: [sh`make`] });
  const origins = ["a", "b"].map((id) => jobDraftOf(helper(id)).origin);
  expect(origins[0]).toEqual(origins[1]);
  expect(origins[0]?.file).toMatch(/origin\.test\.ts$/);
  const elsewhere = jobDraftOf(job("c", { steps: [sh`x`] })).origin;
  expect(elsewhere.line).toBeGreaterThan(origins[0]?.line ?? Number.NaN);
});

test("Without user code on the stack the place is cicl itself", () => {
  installOrigins({ isUser: () => false });
  expect(jobDraftOf(job("a", { steps: [sh`x`] })).origin).toEqual({ file: "cicl", line: 1, column: 1 });
  installOrigins(former);
});

test("The built-in rule takes everything outside this package for user code", () => {
  installOrigins(undefined);
  const { file } = jobDraftOf(job("a", { steps: [sh`x`] })).origin;
  expect(file).not.toMatch(/packages\/sdk\/src/);
  installOrigins(former);
});

test("Taking an origin leaves the stack traces of others alone", () => {
  const { stackTraceLimit, prepareStackTrace } = Error;
  job("a", { steps: [sh`x`] });
  expect([Error.stackTraceLimit, Error.prepareStackTrace]).toEqual([stackTraceLimit, prepareStackTrace]);
});

test("Files are read through the provider alone", () => {
  expect(codes(() => files.read("a"))).toEqual(["CICL1014"]);
  const contents = new Map([
    ["a.json", '{ "a": [1] }'],
    ["b.txt", "text"],
  ]);
  installFiles({ read: (path) => contents.get(path), glob: () => [...contents.keys()] });
  expect(files.json("a.json")).toEqual({ a: [1] });
  expect(files.read("b.txt")).toBe("text");
  expect(files.glob("*")).toEqual(["a.json", "b.txt"]);
  expect(codes(() => files.json("b.txt"))).toEqual(["CICL1014"]);
  expect(codes(() => files.read("c"))).toEqual(["CICL1014"]);
  expect(codes(() => files.read("/etc/passwd"))).toEqual(["CICL2004"]);
  installFiles(undefined);
});
