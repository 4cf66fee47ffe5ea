import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld } from "@cicl/host";
import { expect, onTestFinished, test } from "vitest";
import { main } from "../../program.ts";

test("names every pipeline with its file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cicl-__id__-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, ".git"));
  writeFileSync(
    join(folder, "pipeline.ts"),
    `import { job, on, pipeline, sh, stage } from "cicl";
export default pipeline("hub", { on: [on.push()], stages: [stage("verify", [job("unit", { steps: [sh\`true\`] })])] });
`,
  );
  const printed: string[] = [];
  const terminal = { out: (text: string) => printed.push(text), err: () => {}, color: { out: false, err: false } };
  const done = await main(["__id__", "--cwd", folder], terminal, { world: createWorld() });
  expect(done.code).toBe(0);
  expect(printed).toEqual(["hub pipeline.ts\n"]);
});
