import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { gaps } from "./gaps.ts";
import { renderedForGitHub } from "./rendered.ts";
import { obtain, type Tool } from "./tools.ts";

type Auditor = Exclude<Tool, "act">;

/** What a tool has found in one file. */
interface Finding {
  readonly rule: string;
  readonly says: string;
  /** Path and line, relative to the folder of all files. */
  readonly place: string;
}

/** How each tool is run over a folder, and how its answer is read. */
const auditors: Readonly<Record<Auditor, (program: string, folder: string) => readonly Finding[]>> = {
  zizmor: (program, folder) => {
    const text = output(program, ["--offline", "--persona=pedantic", "--no-progress", "--format=json", "."], folder);
    return (JSON.parse(text) as readonly ZizmorFinding[])
      .filter(({ ignored }) => !ignored)
      .map(({ ident, desc, locations }) => {
        const [primary] = locations;
        const path = primary?.symbolic.key.Local?.verbatim_path ?? "";
        return { rule: ident, says: desc, place: `${path}:${(primary?.concrete.location.start_point.row ?? 0) + 1}` };
      });
  },
  actionlint: (program, folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.includes("/workflows/"),
    );
    const text = output(program, ["-shellcheck=", "-pyflakes=", "-format", "{{json .}}", ...files], folder);
    return (JSON.parse(text) as readonly ActionlintFinding[]).map(({ kind, message, filepath, line }) => ({
      rule: kind,
      says: message,
      place: `${filepath}:${line}`,
    }));
  },
};

interface ZizmorFinding {
  readonly ident: string;
  readonly desc: string;
  readonly ignored: boolean;
  readonly locations: readonly {
    readonly symbolic: { readonly key: { readonly Local?: { readonly verbatim_path: string } } };
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
  }[];
}

interface ActionlintFinding {
  readonly kind: string;
  readonly message: string;
  readonly filepath: string;
  readonly line: number;
}

/** Findings make these tools end with another code than 0, so only what they print counts. */
function output(program: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (stdout === "" || error) throw new Error(`${program} printed nothing: ${error?.message ?? stderr}`);
  return stdout;
}

let folder = "";
beforeAll(() => {
  folder = renderedForGitHub();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const tool of Object.keys(auditors) as Auditor[]) {
  const found = obtain(tool);
  describe(tool, () => {
    if ("missing" in found) {
      // Whoever has no such client can still run the rest; where the tools are demanded their absence is a failure.
      test.skipIf(process.env.CICL_REQUIRE_ENGINES !== "1")(`not run: ${found.missing}`, () => {
        expect.fail(`${tool} can't be had: ${found.missing}`);
      });
      return;
    }
    test("finds nothing in any rendered file but what is listed", () => {
      const known = gaps.filter((gap) => gap.tool === tool);
      const findings = auditors[tool](found.program, folder);
      const isOf = (finding: Finding) => (gap: (typeof gaps)[number]) =>
        gap.rule === finding.rule && gap.says.test(finding.says) && gap.where.test(finding.place);
      const unexpected = findings.filter((finding) => !known.some(isOf(finding)));
      expect(unexpected.map(({ rule, says, place }) => `${place}: ${rule}: ${says}`)).toEqual([]);
      expect(known.filter((gap) => !findings.some((finding) => isOf(finding)(gap)))).toEqual([]);
    });

    test("finds a seeded mistake", () => {
      const seeded = mkdtempSync(join(tmpdir(), "cicl-seeded-"));
      onTestFinished(() => rmSync(seeded, { recursive: true }));
      const workflows = join(seeded, ".github/workflows");
      mkdirSync(workflows, { recursive: true });
      const title = `\${{ github.event.pull_request.title }}`;
      const text = `name: x\n"on": pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${title}\n`;
      writeFileSync(join(workflows, "x.yml"), text);
      const injection = { zizmor: "template-injection", actionlint: "expression" }[tool];
      expect(auditors[tool](found.program, seeded)).toContainEqual(expect.objectContaining({ rule: injection }));
    });
  });
}
