import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Concurrency } from "@cicl/model";
import { expect, test } from "vitest";
import { complete, job, pipelineOf, rendered } from "../pipeline.fixture.ts";

const concurrency = (group: string, cancelInProgress = false): Concurrency => ({
  group: { kind: "literal", value: group },
  cancelInProgress,
});

/** Keeps objects as files whose generation never changes, and knows one build, `gone`, that has ended. */
const gcloud = `#!/bin/sh
path() { printf '%s' "$OBJECTS/$(printf '%s' "$1" | tr / _)"; }
case "$*" in
  "storage cp --if-generation-match=0 - "*) file=$(path "$5"); [ ! -e "$file" ] || exit 1; cat > "$file" ;;
  "storage objects describe "*) [ -e "$(path "$4")" ] && echo 7 ;;
  "storage cat "*) cat "$(path "$3")" ;;
  "storage rm --if-generation-match=7 "*) rm "$(path "$4")" ;;
  "storage rm gs://"*) rm "$(path "$3")" ;;
  "builds describe gone "*) echo SUCCESS ;;
  "builds describe "*) echo WORKING ;;
  *) echo "What is $*?" >&2; exit 2 ;;
esac
`;

/** The scripts that take and give the lock, to be run by builds of these ids. */
function locks(holder?: string) {
  const root = mkdtempSync(join(tmpdir(), "cicl-lock-"));
  const lock = join(root, "objects", "gs:__example-ci_locks_dev");
  mkdirSync(join(root, "bin"));
  mkdirSync(join(root, "objects"));
  writeFileSync(join(root, "bin", "gcloud"), gcloud);
  // Nobody waits ten seconds in a test: whoever has to wait gives up.
  writeFileSync(
    join(root, "bin", "sleep"),
    '#!/bin/sh\ncase "$1" in 10) kill "$PPID" ;; *) exec /bin/sleep "$1" ;; esac\n',
  );
  for (const name of ["gcloud", "sleep"]) chmodSync(join(root, "bin", name), 0o755);
  if (holder !== undefined) writeFileSync(lock, holder);
  const steps = rendered(pipelineOf([job("one", { concurrency: concurrency("dev") })])).steps("cloudbuild/hub.yaml");
  const script = (id: string): string => steps.find((step) => step.id === id)?.script ?? "";
  const run = (id: string): number | null =>
    spawnSync("sh", ["-c", script(id).replaceAll("/workspace", root)], {
      cwd: root,
      env: {
        PATH: `${join(root, "bin")}:${process.env.PATH ?? ""}`,
        OBJECTS: join(root, "objects"),
        CICL_LOCK: "gs://example-ci/locks/dev",
        CICL_RUN_ID: "mine",
      },
    }).status;
  run("prepare");
  run("one/start");
  return {
    take: () => run("one/1-lock"),
    give: () => run("one/3-unlock"),
    held: () => (existsSync(lock) ? readFileSync(lock, "utf8") : undefined),
  };
}

test("a job takes the lock of its group and gives it back", () => {
  const { take, give, held } = locks();
  expect(take()).toBe(0);
  expect(held()).toBe("mine one");
  expect(give()).toBe(0);
  expect(held()).toBeUndefined();
});

test("a job waits while another build holds the lock, and never gives that one's back", () => {
  const { take, give, held } = locks("other one");
  expect(take()).not.toBe(0);
  expect(held()).toBe("other one");
  expect(give()).toBe(0);
  expect(held()).toBe("other one");
});

test("a lock of a build that has ended is taken away", () => {
  const { take, held } = locks("gone one");
  take();
  expect(held()).toBeUndefined();
});

test("a group that can't be a lock is refused", () => {
  const errors = (group: string, cancel = false, options = complete): readonly string[] =>
    rendered(pipelineOf([job("one", { concurrency: concurrency(group, cancel) })]), options).errors.map((text) =>
      text.slice(0, 8),
    );
  const { bucket: _, ...withoutBucket } = complete;
  expect(errors("dev")).toEqual([]);
  expect(errors("a b")).toEqual(["CICL5002"]);
  expect(errors("dev", true)).toEqual(["CICL5001"]);
  expect(errors("dev", false, withoutBucket)).toEqual(["CICL5006"]);
});
