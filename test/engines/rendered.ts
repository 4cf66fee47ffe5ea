import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { github } from "@cicl/backend-github";
import { type Feature, features } from "@cicl/model";
import { constructs } from "../features/constructs.ts";
import { synthesised } from "../features/target.ts";

const constructed = fileURLToPath(new URL("../constructs/github/.github", import.meta.url));
const examples = fileURLToPath(new URL("../../examples", import.meta.url));

/** Writes every file for GitHub, of the samples and of each construct, into a fresh folder; returns that folder. */
export function renderedForGitHub(): string {
  const folder = mkdtempSync(join(tmpdir(), "cicl-engines-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const example of readdirSync(examples)) {
    const workflows = join(examples, example, ".github/workflows");
    for (const name of readdirSync(workflows)) {
      write(`${example}/.github/workflows/${name}`, readFileSync(join(workflows, name), "utf8"));
    }
  }
  for (const path of readdirSync(constructed, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".yml")) write(`constructs/.github/${path}`, readFileSync(join(constructed, path), "utf8"));
  }
  for (const feature of Object.keys(features) as Feature[]) {
    const { files } = synthesised(github, constructs[feature]);
    for (const { path, text } of files) write(`${feature}/${path}`, text);
  }
  return folder;
}
