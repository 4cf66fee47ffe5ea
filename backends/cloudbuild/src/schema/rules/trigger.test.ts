import { expect, test } from "vitest";
import { checkTrigger } from "../check.ts";
import { expectRow, one, type Row, times } from "./rows.fixture.ts";

const github = { owner: "example", name: "hub", push: { branch: "^main$" } };
const trigger = (overrides: object = {}) => ({ name: "hub", github, filename: "cloudbuild/hub.yaml", ...overrides });
const pushing = (push: object) => trigger({ github: { ...github, push } });
const branch = (pattern: string) => pushing({ branch: pattern });
const reviewing = (pattern: string) =>
  trigger({
    github: { owner: "example", name: "hub", pullRequest: { branch: pattern, commentControl: "COMMENTS_ENABLED" } },
  });
const source = { uri: "https://example.com/hub", ref: "refs/heads/main", repoType: "GITHUB" };
const manual = (overrides: object = {}) => ({ name: "hub", filename: "a.yaml", sourceToBuild: source, ...overrides });
const keys = (count: number) => Object.fromEntries(times(count, (index) => [`_K${index}`, ""]));
const template = (overrides: object) => ({
  name: "hub",
  filename: "a.yaml",
  triggerTemplate: { repoName: "hub", ...overrides },
});
const central = (overrides: object) => ({
  ...trigger(),
  filename: undefined,
  gitFileSource: { path: "a.yaml", ...overrides },
});
const patternPlace = "github.push.branch";

const rows: readonly Row[] = [
  ["a name has 64 characters", trigger({ name: "a".repeat(64) }), trigger({ name: "a".repeat(65) }), "name"],
  ["a name ends with a letter or digit", trigger({ name: "a-1" }), trigger({ name: "a-" }), "name"],
  ["a trigger has one event", trigger(), trigger({ webhookConfig: { secret: "s" } }), ""],
  ["a trigger without event knows what to build", manual(), manual({ sourceToBuild: undefined }), ""],
  ["the type of event is the event's", trigger({ eventType: "REPO" }), trigger({ eventType: "MANUAL" }), "eventType"],
  ["a start by hand has its type", manual({ eventType: "MANUAL" }), manual({ eventType: "PUBSUB" }), "eventType"],
  ["a push or a pull request", trigger(), trigger({ github: { owner: "example", name: "hub" } }), "github"],
  ["a branch or a tag", pushing({ tag: "^v.*$" }), pushing({ tag: "^v.*$", branch: "^main$" }), "github.push"],
  ["a template has a branch or a tag", template({ branchName: "^main$" }), template({}), "triggerTemplate"],
  [
    "a template's pattern is anchored",
    template({ tagName: "^v$" }),
    template({ tagName: "v" }),
    "triggerTemplate.tagName",
  ],
  ["a pattern is anchored", branch("^main$"), branch("main"), patternPlace],
  ["an escaped dollar is no anchor", branch("^main\\\\$"), branch("^main\\$"), patternPlace],
  ["alternatives stand in brackets", branch("^(main|v[1|2])$"), branch("^main|next$"), patternPlace],
  ["a pull request's branch is anchored", reviewing("^main$"), reviewing("main$"), "github.pullRequest.branch"],
  ["a pattern has no look-around", branch("^(?:main)$"), branch("^(?!main$).*$"), patternPlace],
  ["a pattern has no back reference", branch("^(a)\\\\1$"), branch("^(a)\\1$"), patternPlace],
  ["a pattern is whole", branch("^[a]$"), branch("^(a$"), patternPlace],
  ["a tag's pattern is anchored", pushing({ tag: "^v$" }), pushing({ tag: "v" }), "github.push.tag"],
  ["what is built stands in one place", trigger(), trigger({ autodetect: true }), ""],
  ["a source has one address", manual(), manual({ sourceToBuild: { ...source, repository: "r" } }), "sourceToBuild"],
  ["a source has a full ref", manual(), manual({ sourceToBuild: { ...source, ref: "main" } }), "sourceToBuild.ref"],
  ["a central file has one address", central({ uri: "u" }), central({}), "gitFileSource"],
  [
    "a glob of files isn't empty",
    trigger({ includedFiles: ["**"] }),
    trigger({ includedFiles: ["a", ""] }),
    "includedFiles.1",
  ],
  ["an ignored glob isn't empty", trigger({ ignoredFiles: ["**"] }), trigger({ ignoredFiles: [""] }), "ignoredFiles.0"],
  [
    "a trigger has 200 substitutions",
    trigger({ substitutions: keys(200) }),
    trigger({ substitutions: keys(201) }),
    "substitutions",
  ],
  [
    "an account has a project",
    trigger({ serviceAccount: "projects/p/serviceAccounts/a" }),
    trigger({ serviceAccount: "a" }),
    "serviceAccount",
  ],
  [
    "GitHub shows logs",
    trigger({ includeBuildLogs: "INCLUDE_BUILD_LOGS_WITH_STATUS" }),
    { ...manual(), includeBuildLogs: "INCLUDE_BUILD_LOGS_WITH_STATUS" },
    "includeBuildLogs",
  ],
];

test.each(rows)("%s", (...row) => expectRow(row, checkTrigger));

test("the build inside a trigger is checked, and knows the trigger's substitutions", () => {
  const inline = (args: readonly string[]) =>
    trigger({ filename: undefined, substitutions: { _A: "" }, build: one({ args }) });
  expect(checkTrigger(inline(["$_A"]))).toEqual([]);
  expect(checkTrigger(inline(["$_B"])).map(({ path }) => path)).toEqual([["build", "steps", 0, "args", 0]]);
});

test("what is no trigger at all is told apart from one, and nothing throws", () => {
  for (const nothing of [null, 1, [], { github: [] }]) expect(checkTrigger(nothing).length).toBeGreaterThan(0);
});
