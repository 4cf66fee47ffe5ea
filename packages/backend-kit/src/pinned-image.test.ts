import type { Diagnostic } from "@cicl/diagnostics";
import { expect, test } from "vitest";
import { pinnedImage } from "./pinned-image.ts";

const digest = `sha256:${"a".repeat(64)}`;

function pin(
  image: string,
  locked?: string,
  unpinned = new Set<string>(),
): { readonly text: string; readonly found: readonly string[] } {
  const found: Diagnostic[] = [];
  const text = pinnedImage(
    image,
    {
      pins: { image: () => locked },
      unpinned,
      report: (diagnostic) => found.push(diagnostic),
    },
    { file: "pipeline.ts", line: 1, column: 1 },
  );
  return { text, found: found.map(({ severity, code }) => `${severity} ${code}`) };
}

test("an image with a digest, its own or the lock's, is rendered by it", () => {
  expect(pin(`postgres:16@${digest}`)).toEqual({ text: `postgres:16@${digest}`, found: [] });
  expect(pin("postgres:16", digest)).toEqual({ text: `postgres:16@${digest}`, found: [] });
});

test("an image without a digest is rendered by its version, with a warning", () => {
  expect(pin("registry.example.com:5000/tools:1.4.0").found).toEqual(["warning CICL5004"]);
  expect(pin("node:22-bookworm").found).toEqual(["warning CICL5004"]);
});

test("an image that names no version is refused", () => {
  for (const image of ["postgres", "postgres:latest", "registry.example.com:5000/tools"]) {
    expect(pin(image).found).toEqual(["error CICL5004"]);
  }
});

test("of an image that stands in several places is warned once, and it is refused at each", () => {
  const unpinned = new Set<string>();
  expect([pin("node:22", undefined, unpinned), pin("node:22", undefined, unpinned)]).toEqual([
    { text: "node:22", found: ["warning CICL5004"] },
    { text: "node:22", found: [] },
  ]);
  expect(pin("node", undefined, unpinned).found).toEqual(["error CICL5004"]);
  expect(pin("node", undefined, unpinned).found).toEqual(["error CICL5004"]);
});
