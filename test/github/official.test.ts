import { github } from "@cicl/backend-github";
import { type Feature, features } from "@cicl/model";
import { describe, expect, test } from "vitest";
import { constructs } from "../features/constructs.ts";
import { synthesised } from "../features/target.ts";
import { officialComplaints } from "./official.ts";

test("the official tools find a mistake", async () => {
  const text =
    'name: x\n"on": push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    neds: b\n    steps:\n      - run: echo\n';
  expect(await officialComplaints("x.yml", text)).not.toEqual([]);
});

describe("GitHub's parser and editor service find nothing in what is rendered for", () => {
  for (const feature of Object.keys(features) as Feature[]) {
    const { files } = synthesised(github, constructs[feature]);
    for (const file of files) {
      test(feature, async () => {
        expect(await officialComplaints(file.path, file.text)).toEqual([]);
      });
    }
  }
});
