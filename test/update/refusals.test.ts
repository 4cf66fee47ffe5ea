import { createServer } from "node:net";
import { CiclError, type Diagnostic } from "@cicl/diagnostics";
import { findingsOf, forgeAddress, lookUpAll, openForge } from "@cicl/host";
import { expect, test } from "vitest";
import { type GitHub, github, sha, type Trouble } from "./github.ts";

const actions = Array.from({ length: 20 }, (_, index) => ({
  action: `actions/number-${index}`,
  locked: true,
  pinned: { version: "v1.0.0", commit: sha("1") },
}));

async function findings(url: string, env: Readonly<Record<string, string>> = {}): Promise<readonly Diagnostic[]> {
  const forge = openForge(forgeAddress({ GITHUB_API_URL: url, ...env }));
  return findingsOf(await lookUpAll(actions, { major: false, cooldown: 7, now: Date.now() }, forge));
}

const always = (trouble: Trouble): Promise<GitHub> => github({}, { "/": trouble });
const json = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Trouble => ({
  status,
  headers,
  body: JSON.stringify({ message }),
});

const reset = 2_000_000_000;
const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };

test.each<[string, Trouble, string, RegExp]>([
  ["a used up limit", json(403, "API rate limit exceeded", spent), "CICL6003", /until 2033-05-18T03:33:20Z/],
  ["a second limit", json(429, "slow down", { "retry-after": "60" }), "CICL6003", /until \d{4}-/],
  ["a second limit by words", json(403, "You have exceeded a secondary rate limit"), "CICL6003", /no more requests\./],
  ["a wrong token", json(401, "Bad credentials"), "CICL6002", /refuses the token in GITHUB_TOKEN \(Bad credentials\)/],
  [
    "a proxy's page",
    { status: 200, type: "text/html", body: "<h1>Sign in</h1>" },
    "CICL6005",
    /status 200 and no JSON/,
  ],
  ["a proxy's refusal", { status: 407, type: "text/html", body: "<h1>No</h1>" }, "CICL6001", /can't be reached/],
  ["broken JSON", { status: 200, body: '{ "object": ' }, "CICL6005", /no JSON/],
  ["an empty page", { status: 200, body: "" }, "CICL6005", /no JSON/],
])("%s is said once, and little more is asked", async (_, trouble, code, what) => {
  const server = await always(trouble);
  const found = await findings(server.url, { GITHUB_TOKEN: "secret" });
  expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(found[0]?.what).toMatch(what);
  expect(JSON.stringify(found)).not.toContain("secret");
  expect(server.asked.length).toBeLessThan(10);
});

test.each<[string, Trouble, string, RegExp]>([
  [
    "a forbidden repository",
    json(403, "SAML enforcement"),
    "CICL6002",
    /\/repos\/actions\/number-0\/.*SAML enforcement/,
  ],
  ["a failing service", json(502, "Server Error"), "CICL6005", /number-0\/.* with status 502: Server Error/],
  ["JSON of another kind", { status: 200, body: "[]" }, "CICL6005", /without the text "sha"/],
  ["no commit", { status: 200, body: '{ "object": { "type": "commit", "sha": "1" } }' }, "CICL6005", /no commit/],
  [
    "a tag of a file",
    { status: 200, body: `{ "object": { "type": "blob", "sha": "${sha("1")}" } }` },
    "CICL6005",
    /a blob/,
  ],
])("%s concerns one action", async (_, trouble, code, what) => {
  const server = await github({}, { "/repos/actions/number-0/": trouble });
  const found = await findings(server.url);
  expect(found[0]?.code).toBe(code);
  expect(found[0]?.what).toMatch(what);
  expect(found.slice(1).map((diagnostic) => diagnostic.code)).toEqual(Array(19).fill("CICL6004"));
});

test("a limit of requests is told with the way to a higher one", async () => {
  const server = await always(json(403, "API rate limit exceeded", spent));
  expect((await findings(server.url))[0]?.fix).toContain("Put a token into GITHUB_TOKEN");
  expect((await findings(server.url, { GH_TOKEN: "t" }))[0]?.fix).not.toContain("Put a token");
});

test("an address where nobody listens is named with the reason", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  const port = typeof address === "object" ? address?.port : undefined;
  const found = await findings(`http://127.0.0.1:${port}`);
  expect(found.map(({ code, what }) => [code, what])).toEqual([
    ["CICL6001", `http://127.0.0.1:${port} can't be reached (connect ECONNREFUSED 127.0.0.1:${port}).`],
  ]);
});

test("a token is sent where there is one, and the first variable wins", async () => {
  const server = await github({});
  await findings(server.url);
  await findings(server.url, { GITHUB_TOKEN: "", GH_TOKEN: "two" });
  await findings(server.url, { GITHUB_TOKEN: "one", GH_TOKEN: "two" });
  expect([...new Set(server.tokens)]).toEqual([undefined, "token two", "token one"]);
});

test("an address that others could answer for is refused", () => {
  expect(forgeAddress({})).toEqual({ api: "https://api.github.com" });
  expect(forgeAddress({ GITHUB_API_URL: "https://ghe.example.com/api/v3/" }).api).toBe(
    "https://ghe.example.com/api/v3",
  );
  for (const address of [
    "http://ghe.example.com",
    "ghe.example.com/api/v3",
    "file:///tmp",
    "http://127.0.0.1.example.com",
  ]) {
    expect(() => forgeAddress({ GITHUB_API_URL: address }), address).toThrow(CiclError);
  }
});
