import { readFileSync } from "node:fs";
import { gitea } from "@cicl/backend-gitea";
import { github } from "@cicl/backend-github";
import { type Feature, features } from "@cicl/model";
import glob from "fast-glob";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { constructs } from "../features/constructs.ts";
import { synthesised } from "../features/target.ts";

/** Every script of a workflow. */
function scriptsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(scriptsOf);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "run" && typeof value === "string" ? [value] : scriptsOf(value),
  );
}

test("no engine's expression stands in a rendered script", () => {
  const drafts = (Object.keys(features) as readonly Feature[]).map((feature) => constructs[feature]);
  const rendered = [github, gitea].flatMap((backend) => drafts.flatMap((draft) => synthesised(backend, draft).files));
  const examples = glob.sync("examples/*/.{github,gitea}/workflows/*.yml", { dot: true });
  const texts = [...rendered.map((file) => file.text), ...examples.map((path) => readFileSync(path, "utf8"))];
  const scripts = texts.flatMap((text) => scriptsOf(parse(text)));
  expect(scripts.length).toBeGreaterThan(100);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});
