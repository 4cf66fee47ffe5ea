import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lcovMinimumScript } from "./coverage.ts";
import { buildArgVariable, buildImageScript, promoteImageScript, pushImageScript, registryOf } from "./image.ts";

const origin = { file: "pipeline.ts", line: 1, column: 1 };
const step = {
  kind: "image",
  origin,
  runs: "on-success",
  allowFailure: false,
  context: "apps/hub",
  dockerfile: "Dockerfile",
  repository: "registry.example.com/hub",
  buildArgs: [{ name: "VERSION", value: { kind: "literal", value: "1" }, origin }],
  platforms: [],
} as const;

function coverage(report: string, minimum: string): number | null {
  const file = join(mkdtempSync(join(tmpdir(), "cicl-")), "lcov.info");
  writeFileSync(file, report);
  return spawnSync("sh", ["-eu", "-c", lcovMinimumScript], {
    env: { PATH: process.env.PATH, COVERAGE_FILE: file, COVERAGE_MINIMUM: minimum },
  }).status;
}

test("coverage passes at the minimum, fails below it and on an empty report", () => {
  const report = "SF:a.ts\nLF:10\nLH:8\nend_of_record\nSF:b.ts\nLF:10\nLH:8\nend_of_record\n";
  expect(coverage(report, "80")).toBe(0);
  expect(coverage(report, "80.1")).toBe(1);
  expect(coverage("", "0")).toBe(1);
});

test("image scripts are valid POSIX shell", () => {
  for (const script of [buildImageScript(step), pushImageScript(step), promoteImageScript()]) {
    expect(() => execFileSync("sh", ["-n"], { input: script })).not.toThrow();
  }
});

/** A docker that knows one pushed tag and records its calls. */
function withDocker(script: string, pushed: boolean): { status: number | null; calls: string; output: string } {
  const folder = mkdtempSync(join(tmpdir(), "cicl-"));
  const state = join(folder, "pushed");
  if (pushed) writeFileSync(state, "");
  writeFileSync(
    join(folder, "docker"),
    `#!/bin/sh
echo "$*" >> ${folder}/calls
case "$*" in
  *"imagetools inspect"*) [ -e ${state} ] && echo sha256:${"a".repeat(64)} ;;
  *"buildx build"*) : > ${state} ;;
esac
`,
    { mode: 0o755 },
  );
  writeFileSync(join(folder, "git"), "#!/bin/sh\necho 1700000000\n", { mode: 0o755 });
  writeFileSync(join(folder, "sleep"), "#!/bin/sh\n", { mode: 0o755 });
  writeFileSync(join(folder, "output"), "");
  const result = spawnSync("sh", ["-eu", "-c", script], {
    env: {
      PATH: `${folder}:${process.env.PATH}`,
      CICL_OUTPUT: join(folder, "output"),
      IMAGE_REPOSITORY: step.repository,
      IMAGE_CONTEXT: step.context,
      IMAGE_FILE: "apps/hub/Dockerfile",
      COMMIT_SHA: "abc",
      [buildArgVariable(0)]: "it's 1.0",
    },
  });
  const read = (name: string): string => execFileSync("cat", [join(folder, name)], { encoding: "utf8" });
  return { status: result.status, calls: read("calls"), output: read("output") };
}

test("a push builds and yields the digest", () => {
  const { status, calls, output } = withDocker(pushImageScript(step), false);
  expect(status).toBe(0);
  expect(calls).toContain("--push apps/hub");
  expect(calls).toContain("--build-arg VERSION=it's 1.0");
  expect(output).toBe(`digest=sha256:${"a".repeat(64)}\n`);
});

test("an image that the commit already has isn't built again", () => {
  const { status, calls, output } = withDocker(pushImageScript(step), true);
  expect(status).toBe(0);
  expect(calls).not.toContain("buildx build");
  expect(output).toContain("digest=sha256:");
});

test("a promotion takes the image of the commit and never builds", () => {
  const found = withDocker(promoteImageScript(), true);
  expect(found.status).toBe(0);
  expect(found.output).toContain("digest=sha256:");
  const missing = withDocker(promoteImageScript(), false);
  expect(missing.status).toBe(1);
  expect(missing.calls).not.toContain("buildx build");
});

test("a registry's host is the first part of a repository that looks like a host", () => {
  expect(registryOf("code.letsbe.solutions/hub/api")).toBe("code.letsbe.solutions");
  expect(registryOf("localhost:5000/hub")).toBe("localhost:5000");
  expect(registryOf("library/hub")).toBe("docker.io");
});
