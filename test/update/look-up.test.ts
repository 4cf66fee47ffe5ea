import { findingsOf, forgeAddress, type LookedUp, lookUpAll, openForge, type WantedAction } from "@cicl/host";
import { expect, test } from "vitest";
import { type GitHub, github, type Repository, sha } from "./github.ts";

const rules = { major: false, cooldown: 7 };
const checkout = "actions/checkout";

const wanted = (action: string, version = "v4.1.0", commit = sha("1")): WantedAction => ({
  action,
  locked: true,
  pinned: { version, commit },
});

async function look(
  server: GitHub,
  actions: readonly WantedAction[],
  options: Partial<typeof rules> = {},
): Promise<readonly LookedUp[]> {
  const forge = openForge(forgeAddress({ GITHUB_API_URL: server.url }));
  return lookUpAll(actions, { ...rules, ...options, now: Date.now() }, forge);
}

/** What one action of one repository becomes. */
async function next(repository: Repository, options: Partial<typeof rules> = {}, one = wanted(checkout)) {
  const [found] = await look(await github({ [checkout]: repository }), [one], options);
  if (!found) throw new Error("Nothing was looked up.");
  return found;
}

const codes = (found: LookedUp): readonly string[] =>
  found.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
const tag = (digit: string, annotated = 0) => ({ commit: sha(digit), annotated });
const old = { "v4.1.0": tag("1") };

test("the newest finished release of the same major version is taken, at the commit that its tag leads to", async () => {
  const found = await next({
    releases: [
      { tag: "v5.0.0", age: 20 },
      { tag: "v4.3.0", age: 20, draft: true },
      { tag: "v4.2.1-rc.1", age: 20 },
      { tag: "v4.9.0", age: 20, prerelease: true },
      { tag: "v4.1.1", age: 20 },
      { tag: "v4.10.0", age: 30 },
      { tag: "v4.2.0", age: 20 },
      { tag: "v4", age: 20 },
    ],
    tags: { ...old, "v4.10.0": tag("a", 2), "v4.11.0": tag("b"), v4: tag("c") },
  });
  expect(found.next).toMatchObject({ version: "v4.10.0", commit: sha("a") });
  expect(found.laterMajor).toBe("v5.0.0");
  expect(found.diagnostics).toEqual([]);
});

test("a later major version is taken where that is wanted", async () => {
  const repository = { releases: [{ tag: "v5.0.0", age: 20 }], tags: { ...old, "v5.0.0": tag("5") } };
  expect((await next(repository)).next).toBeUndefined();
  const found = await next(repository, { major: true });
  expect(found.next).toMatchObject({ version: "v5.0.0", commit: sha("5") });
  expect(found.laterMajor).toBeUndefined();
});

test("nothing older is ever taken", async () => {
  const found = await next({ releases: [{ tag: "v4.0.9", age: 20 }], tags: { ...old, "v4.0.9": tag("9") } });
  expect(found).toMatchObject({ young: [], diagnostics: [] });
  expect(found.next).toBeUndefined();
});

test("a version that is too young waits, and the one before it is taken", async () => {
  const repository = {
    releases: [
      { tag: "v4.3.0", age: 1 },
      { tag: "v4.2.0", age: 8 },
    ],
    tags: { ...old, "v4.3.0": tag("3"), "v4.2.0": tag("2") },
  };
  const found = await next(repository);
  expect(found.next?.version).toBe("v4.2.0");
  expect(found.young.map(({ version }) => version)).toEqual(["v4.3.0"]);
  expect((await next(repository, { cooldown: 0 })).next?.version).toBe("v4.3.0");
});

test("an old release whose tag leads to a young commit is young", async () => {
  const found = await next({
    releases: [{ tag: "v4.2.0", age: 300 }],
    tags: { ...old, "v4.2.0": tag("2") },
    commits: { [sha("2")]: 1 },
  });
  expect(found.next).toBeUndefined();
  expect(found.young.map(({ version }) => version)).toEqual(["v4.2.0"]);
});

test("a release whose tag is gone is passed over", async () => {
  const releases = ["v4.3.0", "v4.2.0"].map((name) => ({ tag: name, age: 20 }));
  expect((await next({ releases, tags: { ...old, "v4.2.0": tag("2") } })).next?.version).toBe("v4.2.0");
});

test("a repository without releases is asked for its tags, whose age is that of their commits", async () => {
  const found = await next({
    releases: [{ tag: "v4.9.0", age: 20, prerelease: true }],
    tags: { ...old, v4: tag("4"), "v4.2.0": tag("2"), "v4.3.0": tag("3"), "v4.9.0": tag("9") },
    commits: { [sha("3")]: 2 },
  });
  expect(found.next).toMatchObject({ version: "v4.2.0", commit: sha("2") });
  expect(found.young.map(({ version }) => version)).toEqual(["v4.3.0"]);
});

test("all pages of a list are read", async () => {
  const releases = Array.from({ length: 7 }, (_, index) => ({ tag: `v4.0.${index}`, age: 50 }));
  const last = { releases: [...releases, { tag: "v4.2.0", age: 50 }], tags: { ...old, "v4.2.0": tag("2") } };
  const server = await github({ [checkout]: last }, {}, 3);
  const [found] = await look(server, [wanted(checkout)]);
  expect(found?.next?.version).toBe("v4.2.0");
  expect(server.asked.filter((path) => path.includes("/releases"))).toHaveLength(3);
});

test("actions in folders of one repository ask for it once", async () => {
  const tags = { "v4.1.0": tag("1", 1), "v4.2.0": tag("2") };
  const server = await github({ "actions/cache": { releases: [{ tag: "v4.2.0", age: 20 }], tags } });
  const actions = ["actions/cache", "actions/cache/restore", "actions/cache/save"];
  const found = await look(
    server,
    actions.map((action) => wanted(action)),
  );
  expect(found.map(({ action, next: pin }) => [action, pin?.commit])).toEqual(actions.map((one) => [one, sha("2")]));
  expect(server.asked).toEqual([...new Set(server.asked)]);
});

test("a moved tag of the pinned version is an error, and nothing of that action is taken", async () => {
  const releases = [{ tag: "v4.2.0", age: 20 }];
  const found = await next({ releases, tags: { "v4.1.0": tag("f"), "v4.2.0": tag("2") } });
  expect(codes(found)).toEqual(["error CICL6006"]);
  expect(found.diagnostics[0]?.what).toContain(`leads to ${sha("f")}, and cicl.lock pins ${sha("1")}`);
  expect(found.next).toBeUndefined();
});

test("a deleted tag of the pinned version is a warning, and a newer version is taken", async () => {
  const found = await next({ releases: [{ tag: "v4.2.0", age: 20 }], tags: { "v4.2.0": tag("2") } });
  expect(codes(found)).toEqual(["warning CICL6006"]);
  expect(found.next?.version).toBe("v4.2.0");
});

test("a pin without a full version, and a repository without one, are errors", async () => {
  const repository = { tags: { v4: tag("4"), main: tag("5") } };
  expect(codes(await next(repository, {}, wanted(checkout, "v4")))).toEqual(["error CICL6007"]);
  expect(codes(await next(repository, {}, { action: checkout, locked: false }))).toEqual(["error CICL6007"]);
});

test("an action that nobody has pinned gets the newest version of all", async () => {
  const releases = ["v1.0.0", "v3.0.0", "v2.0.0"].map((name) => ({ tag: name, age: 20 }));
  const tags = { "v3.0.0": tag("3") };
  expect((await next({ releases, tags }, {}, { action: checkout, locked: false })).next).toMatchObject({
    version: "v3.0.0",
    commit: sha("3"),
  });
});

test("an unknown repository doesn't lose what is found for the others", async () => {
  const server = await github({
    [checkout]: { releases: [{ tag: "v4.2.0", age: 20 }], tags: { ...old, "v4.2.0": tag("2") } },
  });
  const [gone, here] = await look(server, [wanted("nobody/nothing"), wanted(checkout)]);
  expect(here?.next?.version).toBe("v4.2.0");
  expect(gone && codes(gone)).toEqual(["error CICL6004"]);
});

test("what concerns several actions is said once", async () => {
  const server = await github({});
  const found = await look(server, [wanted("a/b"), wanted("a/b/c"), wanted("a/d")]);
  expect(findingsOf(found).map(({ what }) => what)).toEqual([
    `${server.url} doesn't know the repository a/b.`,
    `${server.url} doesn't know the repository a/d.`,
  ]);
});
