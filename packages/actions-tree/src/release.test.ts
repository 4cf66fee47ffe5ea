import type { Pipeline, Step } from "@cicl/model";
import { expect, test } from "vitest";
import { releasedJobs } from "./release.ts";

const origin = { file: "pipeline.ts", line: 1, column: 1 };
const download = (job: string) => ({ kind: "download", artifact: "files", job, path: ".", origin }) as Step;
const job = (id: string, ...steps: readonly Step[]) => ({ id, steps, permissions: {} });

function released(...jobs: readonly { readonly id: string; readonly environment?: string }[]): readonly string[] {
  const pipeline = { jobs } as unknown as Pipeline<"gated">;
  return jobs.map(({ id }) => id).filter((id) => releasedJobs(pipeline).has(id));
}

test("a deploy releases what it unpacks, through other jobs too, and nothing else", () => {
  const jobs = [
    job("unit"),
    job("build"),
    job("sign", download("build")),
    job("report", download("unit")),
    { ...job("ship", download("sign")), environment: "production" },
  ];
  expect(released(...jobs)).toEqual(["build", "sign", "ship"]);
});

test("an image is released", () => {
  expect(released(job("unit"), job("app", { kind: "image" } as Step))).toEqual(["app"]);
});

test("what an action publishes is released", () => {
  const publish = { kind: "uses", action: "softprops/action-gh-release", inputs: [] } as unknown as Step;
  expect(released(job("unit"), job("release", publish))).toEqual(["release"]);
});

test("jobs that unpack each other's artifacts don't hold it up", () => {
  expect(released(job("a", download("b")), job("b", download("a")))).toEqual([]);
});
