import { expect, test } from "vitest";
import {
  cache,
  commit,
  container,
  download,
  files,
  image,
  native,
  perTarget,
  secret,
  setup,
  sh,
  upload,
  uses,
  when,
} from "../index.ts";
import { codes, refusals } from "../user-code.fixture.ts";
import { type Step, stepNode } from "./step.ts";

const node = (step: Step) => stepNode(step);

test("A set-up installs what the lockfile names when a package manager is given", () => {
  expect(node(setup.node({ version: "22", packages: "pnpm", directory: "web" }))).toMatchObject({
    ...{ kind: "setup", toolchain: "node", version: "22", packages: "pnpm", install: true, directory: "web" },
  });
  expect(node(setup.python({ version: "3.13" }))).toMatchObject({ toolchain: "python", install: false });
  expect(node(setup.go({ version: "1.25", packages: "go", install: false }))).toMatchObject({ install: false });
  expect(codes(() => setup.go({ version: "1.25", install: true }))).toEqual(["CICL2004"]);
  expect(codes(() => setup.node({ version: "22; rm" }))).toEqual(["CICL2004"]);
});

test("Every step takes a name, a condition, a time and what to do about failures", () => {
  const common = { name: "N", when: when.draft(), runs: "always", allowFailure: true, timeout: "5m" } as const;
  const want = { name: "N", when: { kind: "draft" }, runs: "always", allowFailure: true, timeoutMinutes: 5 };
  for (const step of [
    setup.node({ version: "22", ...common }),
    cache({ paths: ["~/.cache"], key: "k", ...common }),
    container("a:1", common),
    uses("a/b", common),
    sh(common)`make`,
    download(upload("x", { paths: ["a"] }), common),
  ]) {
    expect(node(step)).toMatchObject(want);
  }
});

test("Caches, artifacts, containers and actions say what they were told", () => {
  expect(node(cache({ paths: ["a"], key: "k-1", files: ["*.lock"] }))).toMatchObject({
    ...{ kind: "cache", paths: ["a"], key: "k-1", files: ["*.lock"] },
  });
  expect(node(upload("a", { paths: ["out"], retention: "30d", ifMissing: "ignore" }))).toMatchObject({
    ...{ kind: "upload", artifact: "a", paths: ["out"], retentionDays: 30, ifMissing: "ignore" },
  });
  expect(node(container("a:1", { args: ["x"], env: { A: commit.sha }, entrypoint: "/b" }))).toMatchObject({
    ...{ kind: "container", image: "a:1", args: ["x"], env: [{ name: "A" }], entrypoint: "/b" },
  });
  const action = uses.untyped(`a/b/c@${"a".repeat(40)}`, { with: { "fetch-depth": 0, token: secret("T") } });
  expect(node(action)).toMatchObject({
    ...{ kind: "uses", action: "a/b/c", commit: "a".repeat(40) },
    inputs: [
      { name: "fetch-depth", value: { kind: "literal", value: "0" } },
      { name: "token", value: { kind: "secret", name: "T" } },
    ],
  });
});

test("Actions are named without ref, by full commit, and keys without surprises", () => {
  expect(codes(() => uses("a/b@v1"))).toEqual(["CICL2001"]);
  expect(codes(() => uses("./local"))).toEqual(["CICL2001"]);
  expect(codes(() => uses.untyped("a/b@abc"))).toEqual(["CICL2001"]);
  expect(codes(() => uses.untyped(`./local@${"a".repeat(40)}`))).toEqual(["CICL2001"]);
  expect(codes(() => uses.untyped(`a/b@${"a".repeat(40)}@b`))).toEqual(["CICL2001"]);
  expect(codes(() => cache({ paths: ["a"], key: "k, ${{ x }}" }))).toEqual(["CICL2004"]);
  expect(codes(() => upload("a/b", { paths: ["x"] }))).toEqual(["CICL2001"]);
});

test("Native steps are plain data, copied", () => {
  expect(node(native.github({ run: "x", with: { a: [1, null, true] } }))).toMatchObject({
    ...{ kind: "native", target: "github", step: { run: "x", with: { a: [1, null, true] } } },
  });
  expect(codes(() => native.gitea({ run: undefined as never }))).toEqual(["CICL2004"]);
  expect(codes(() => native.gitea({ run: commit.sha as never }))).toEqual(["CICL2004"]);
});

test("A step for each target holds the steps of each", () => {
  expect(node(perTarget({ github: [uses("a/b")], gitea: [sh`make`] }))).toMatchObject({
    ...{ kind: "per-target", targets: { github: [{ kind: "uses" }], gitea: [{ kind: "script" }] } },
  });
  expect(codes(() => perTarget({}))).toEqual(["CICL2004"]);
});

test("A target that doesn't exist is refused with the one that is meant", () => {
  const misspelt = { github: [sh`make`], gitaa: [sh`make`] };
  const [found] = refusals(() => perTarget(misspelt as never));
  expect([found?.code, found?.origin?.path]).toEqual(["CICL2003", ["gitaa"]]);
  expect(found?.fix).toMatch(/^Did you mean "gitea"\?/);
  const [missing] = refusals(() => Reflect.get(native, "gitub"));
  expect([missing?.code, missing?.fix]).toEqual([
    "CICL2003",
    'Did you mean "github"? The targets are github, gitea, cloudbuild.',
  ]);
  expect(codes(() => perTarget({ toString: [sh`make`] } as never))).toEqual(["CICL2003"]);
});

test("Native steps that are plainly wrong are refused", () => {
  const wrong = [{ uses: 5 }, { run: 5 }, { uses: "a/b@v1", run: "x" }, { name: "x" }, {}, { uses: "" }];
  for (const step of wrong) {
    expect(codes(() => native.github(step))).toEqual(["CICL2004"]);
    expect(codes(() => native.gitea(step))).toEqual(["CICL2004"]);
  }
  expect(codes(() => native.github({ uses: "a/b@v1", with: "x" }))).toEqual(["CICL2004"]);
  expect(codes(() => native.github({ run: "x", env: [] }))).toEqual(["CICL2004"]);
  expect(codes(() => native.github({ wait: ["server"] }))).toEqual([]);
  expect(codes(() => native.github({ parallel: [{ run: "a" }] }))).toEqual([]);
  expect(codes(() => native.cloudbuild({ args: ["x"] }))).toEqual(["CICL2004"]);
  expect(codes(() => native.cloudbuild({ name: "alpine", args: ["x"] }))).toEqual([]);
});

test("Native data that holds itself is refused, and data that occurs twice isn't", () => {
  const cyclic: Record<string, unknown> = { run: "x" };
  cyclic.env = { inner: [cyclic] };
  const [found] = refusals(() => native.github(cyclic as never));
  expect([found?.code, found?.what]).toEqual(["CICL2004", '"env.inner.0" holds an object that it is part of.']);
  const shared = { a: "b" };
  expect(codes(() => native.github({ uses: "a/b@v1", with: shared, env: shared }))).toEqual([]);
});

test("A copy of a step isn't a step", () => {
  expect(codes(() => perTarget({ github: [{ ...sh`make` } as never] }))).toEqual(["CICL2004"]);
});

test("Paths stay inside the repository, and each is one line", () => {
  expect(codes(() => upload("x", { paths: ["../secrets"] }))).toEqual(["CICL2016"]);
  expect(codes(() => upload("x", { paths: ["a\nb"] }))).toEqual(["CICL2016"]);
  expect(codes(() => download(upload("x", { paths: ["a"] }), { path: "../b" }))).toEqual(["CICL2016"]);
  expect(codes(() => cache({ paths: ["../a"], key: "k" }))).toEqual(["CICL2004"]);
  expect(codes(() => cache({ paths: ["~/a\n~/b"], key: "k" }))).toEqual(["CICL2004"]);
  expect(codes(() => setup.node({ version: "22", directory: "../web" }))).toEqual(["CICL2004"]);
  expect(codes(() => image("a", { context: "../..", repository: "a/b" }))).toEqual(["CICL2004"]);
  expect(codes(() => image("a", { context: ".", dockerfile: "../Dockerfile", repository: "a/b" }))).toEqual([
    "CICL2004",
  ]);
  expect(codes(() => files.read("../secret"))).toEqual(["CICL2004"]);
});
