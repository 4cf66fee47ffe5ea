import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { github } from "@cicl/backend-github";
import { brand, type Feature, features } from "@cicl/model";
import { draftOf, installOrigins } from "@cicl/sdk";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { constructs } from "../features/constructs.ts";
import { synthesised } from "../features/target.ts";
import { absences } from "./absences.ts";
import { officialComplaints } from "./official.ts";
import { unexplained } from "./official-gaps.ts";
import { everythingInTheSchema, usedOfTheSchema } from "./schema-walk.ts";

installOrigins({ isUser: (file) => file.endsWith("/surface.ts") });
const { surface } = await import("./surface.ts");

const folder = fileURLToPath(new URL("../constructs/github/.github/workflows", import.meta.url));
const rendered = surface.map((handle) => {
  const result = synthesised(github, brand<"draft">({ ...draftOf(handle), source: "pipeline.ts" }));
  return { name: handle.name, ...result };
});
const texts = [
  ...readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  ...(Object.keys(features) as Feature[]).flatMap((feature) =>
    synthesised(github, constructs[feature]).files.map(({ text }) => text),
  ),
  ...rendered.flatMap(({ files }) => files.map(({ text }) => text)),
];
const used = new Set(texts.flatMap((text) => [...usedOfTheSchema(parse(text))]));
const all = [...everythingInTheSchema()];

test("everything in GitHub's schema has a construct, or a reason why not", () => {
  expect(all.length).toBeGreaterThan(400);
  const missing = all.filter((part) => !used.has(part));
  expect(missing.filter((part) => !absences.some(({ what }) => what.test(part)))).toEqual([]);
  const absent = missing.length;
  console.log(`GitHub's schema: ${all.length - absent} parts have a construct, ${absent} are left out on purpose:`);
  for (const { what, because } of absences) {
    const parts = missing.filter((part) => what.test(part));
    console.log(
      `- ${parts.length > 8 ? `${parts.slice(0, 3).join(", ")} … (${parts.length})` : parts.join(", ")}: ${because}`,
    );
  }
});

test.each(absences.map(({ what }) => [String(what), what] as const))("nothing is rendered to %s", (_, what) => {
  expect(all.filter((part) => what.test(part))).not.toEqual([]);
  expect(all.filter((part) => what.test(part) && used.has(part))).toEqual([]);
});

describe("the rest of the surface is rendered, and GitHub's own tools find nothing in", () => {
  test.each(rendered.map(({ name, files, diagnostics }) => [name, files, diagnostics] as const))(
    "%s",
    async (name, files, diagnostics) => {
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const { text } of files) {
        expect(unexplained(`${name}.yml`, await officialComplaints(`${name}.yml`, text))).toEqual([]);
      }
    },
  );
});
