import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { libraryText, prepareScript } from "./library.ts";
import { workspace } from "./shell.fixture.ts";

test("a repository that brings the folder along is refused", () => {
  const root = mkdtempSync(join(tmpdir(), "cicl-shell-"));
  mkdirSync(join(root, ".cicl"));
  const { status, stderr } = spawnSync("sh", ["-c", prepareScript.replaceAll("/workspace", root)], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("remove it from the repository");
});

test("the first step fits into a script and writes the functions as they are", () => {
  expect(prepareScript.length).toBeLessThan(10_000);
  const { prepared, read, root } = workspace();
  expect(prepared.status).toBe(0);
  expect(read("cicl.sh")).toBe(libraryText.replaceAll("/workspace", root));
});

describe("a job", () => {
  test("works on a copy of its own, links and hidden files with it", () => {
    const { start, step, list, root } = workspace({ a: "1", ".b": "2" });
    start("one", 60, "checkout");
    expect(list("work", "one")).toEqual([".b", "a"]);
    expect(step("one", 1, "rm a; pwd").stdout).toBe(`${root}/.cicl/work/one\n`);
    start("two", 60, "checkout");
    expect(list("work", "two")).toEqual([".b", "a"]);
  });

  test("is ok when all its steps have passed", () => {
    const { start, step, end, state } = workspace();
    start("one");
    expect(state("one")).toBe("fail");
    step("one", 1, "exit 0; false");
    step("one", 2, ":");
    expect(end("one", 2).status).toBe(0);
    expect(state("one")).toBe("ok");
  });

  test("has failed when a step failed, and later steps do nothing", () => {
    const { start, step, end, state } = workspace();
    start("one");
    expect(step("one", 1, "false; echo on").status).toBe(1);
    expect(step("one", 2, "echo on")).toMatchObject({ status: 0, stdout: "" });
    expect(step("one", 3, "echo clean", { runs: "always" }).stdout).toBe("clean\n");
    expect(step("one", 4, "echo tell", { runs: "on-failure" }).stdout).toBe("tell\n");
    expect(end("one", 4).status).toBe(1);
    expect(state("one")).toBe("fail");
  });

  test("has failed when a step never started", () => {
    const { start, step, end } = workspace();
    start("one");
    step("one", 2, ":");
    expect(end("one", 2).status).toBe(1);
  });

  test("goes on behind a step that may fail, and past one that isn't due", () => {
    const { start, step, end } = workspace();
    start("one");
    expect(step("one", 1, "false", { before: "cicl_tolerant=yes" }).status).toBe(1);
    expect(step("one", 2, "echo no", { runs: "on-failure" }).stdout).toBe("");
    expect(step("one", 3, "echo yes").stdout).toBe("yes\n");
    expect(end("one", 3).status).toBe(0);
  });

  test("that doesn't run leaves its receipt, and its steps do nothing", () => {
    const { script, step, state } = workspace();
    script("cicl_verdict=skip", "cicl_start one nothing", "cicl_run one 60");
    expect(state("one")).toBe("skip");
    expect(step("one", 1, "echo on", { runs: "always" })).toMatchObject({ status: 0, stdout: "" });
  });

  test("is stopped when its time is up, and still cleans up", () => {
    const { start, step, end } = workspace();
    start("one", 1);
    const { status, stderr } = step("one", 1, "sleep 30");
    expect(status).not.toBe(0);
    expect(stderr).toContain("The time of this step is up.");
    expect(step("one", 2, "echo clean", { runs: "always" }).stdout).toBe("clean\n");
    expect(end("one", 2).status).toBe(1);
  });

  test("has failed when its time is up in a step that may fail, or before a step", () => {
    const { start, step, end } = workspace();
    start("one", 1);
    expect(step("one", 1, "sleep 30", { before: "cicl_tolerant=yes" }).status).not.toBe(0);
    expect(step("one", 2, "echo on").stdout).toBe("");
    expect(end("one", 2).status).toBe(1);
    start("two", 0);
    expect(step("two", 1, "echo on")).toMatchObject({ stdout: "", stderr: "The time of the job two is up.\n" });
    expect(end("two", 1).status).toBe(1);
  });

  test("builds an image from files with the modes of the commit, and opens its copy to every user otherwise", () => {
    const { start, script } = workspace({ "run.sh": "" });
    const modes = (job: string) =>
      script(`stat -c %a /workspace/.cicl/work/${job} /workspace/.cicl/work/${job}/run.sh`);
    expect(script("chmod 644 /workspace/run.sh").status).toBe(0);
    start("image", 60, "image");
    expect(modes("image").stdout).toBe("755\n644\n");
    start("other", 60, "checkout");
    expect(modes("other").stdout).toBe("777\n666\n");
  });

  test("lets git read the working copy of another user, beside what the step says of git itself", () => {
    const { script, start, step } = workspace();
    start("one");
    expect(step("one", 1, "git config safe.directory").stdout).toBe("*\n");
    const before = script(
      "GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=user.name GIT_CONFIG_VALUE_0=A",
      "export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0",
      "cicl_step one 2 on-success",
      "git config user.name",
      "git config safe.directory",
    );
    expect(before.stdout).toBe("A\n*\n");
  });
});

describe("what a job waits for", () => {
  const { start, script, step, end } = workspace();
  start("good");
  step("good", 1, `echo passed=1 >> "$CICL_OUTPUT"`, { rest: "passed" });
  end("good", 1);
  start("plain");
  step("plain", 1, ":");
  end("plain", 1);
  start("bad");
  script("cicl_verdict=skip", "cicl_start skipped nothing");
  script("cicl_verdict=taint", "cicl_start tainted nothing");

  test.each([
    ["", "run"],
    ["order:good explicit:good gate:good", "run"],
    ["order:skipped", "run"],
    ["explicit:skipped", "skip"],
    ["gate:skipped", "skip"],
    ["gate:plain", "skip"],
    ["order:bad", "taint"],
    ["explicit:bad", "taint"],
    ["order:absent", "taint"],
    ["order:tainted", "taint"],
    ["'order?:bad'", "run"],
    ["'explicit?:bad'", "skip"],
    ["'order?:tainted'", "taint"],
    ["explicit:skipped order:bad", "taint"],
    ["order:bad explicit:skipped", "taint"],
  ])("%s: %s", (needs, verdict) => {
    expect(script(`cicl_admit ${needs}`, 'printf %s "$cicl_verdict"').stdout).toBe(verdict);
  });

  test("only a failure starts what waits for one", () => {
    const verdict = (jobs: string): string =>
      script(`cicl_admit_on_failure ${jobs}`, 'printf %s "$cicl_verdict"').stdout;
    expect([verdict("good skipped tainted"), verdict("good bad"), verdict("")]).toEqual(["skip", "run", "skip"]);
  });

  test("the verdict wants every job to have ended well", () => {
    expect(script("cicl_verdict good skipped").status).toBe(0);
    expect(script("cicl_verdict good bad").status).toBe(1);
    expect(script("cicl_verdict tainted").status).toBe(1);
  });
});

describe("an output", () => {
  test.each([
    ["a value with signs of equality", "a=1=2", "1=2"],
    ["an empty value", "a=", ""],
    ["a last line without an end", "b=0\\na=x", "x"],
    ["a here-document", "a<<END\\none\\ntwo\\nEND", "one\ntwo"],
    ["line ends at the end of a here-document", "a<<END\\none\\n\\n\\nEND\\n", "one\n\n"],
    ["an empty here-document", "a<<END\\nEND\\n", ""],
    ["what a shell would execute", "a=$(echo no) `id` \\\\ *", "$(echo no) `id` \\ *"],
    ["the last of several", "a=1\\na=2", "2"],
  ])("keeps %s", (_title, written, value) => {
    const { start, step, read, script } = workspace();
    start("one");
    const text = `printf '${written}' >> "$CICL_OUTPUT"`;
    expect(step("one", 1, text, { rest: "a" }).status).toBe(0);
    expect(read("out", "one", "a")).toBe(value);
    expect(script("cicl_output one a", 'printf %s "$cicl_value"').stdout).toBe(value);
  });

  test("that isn't declared is left out, and one that nobody wrote is empty", () => {
    const { start, step, list, script } = workspace();
    start("one");
    step("one", 1, `echo other=1 >> "$CICL_OUTPUT"`, { rest: "a" });
    expect(list("out", "one")).toEqual([]);
    expect(script("cicl_output one a", 'printf "%s|" "$cicl_value"').stdout).toBe("|");
  });

  test.each(["no sign", "a<<END\\nnever closed"])("of the wrong form fails the step: %s", (written) => {
    const { start, step } = workspace();
    start("one");
    expect(step("one", 1, `printf '${written}' >> "$CICL_OUTPUT"`, { rest: "a" }).status).toBe(1);
  });
});

test("comparison ignores the case of ASCII letters, and nothing equals what is missing", () => {
  const { script } = workspace();
  const holds = (command: string): boolean => script(`if ${command}; then :; else exit 1; fi`).status === 0;
  expect(holds("cicl_equals MAIN main")).toBe(true);
  expect(holds("cicl_equals 'MÄIN' 'mäin'")).toBe(false);
  expect(holds("cicl_equals '' ''")).toBe(false);
  expect(holds("cicl_equals 'main\n' main")).toBe(false);
  expect(holds("cicl_matches release/A '^release/[^/]*$'")).toBe(true);
  expect(holds("cicl_matches release/a/b '^release/[^/]*$'")).toBe(false);
  expect(holds("cicl_matches '' '^.*$'")).toBe(false);
});
