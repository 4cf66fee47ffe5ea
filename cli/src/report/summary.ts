import type { Setting } from "@cicl/backend-kit";
import type { FileStatus, PlanEntry } from "@cicl/host";
import type { Outcome } from "../run.ts";
import { paint, type Style } from "./paint.ts";

const looks = {
  created: "green",
  updated: "yellow",
  unchanged: "dim",
  deleted: "red",
  foreign: "red",
} satisfies Record<FileStatus, Style>;

/** What `cicl synth` says: files by target, gates with their reasons, and what a person must set by hand. */
export function synthSummary(outcome: Outcome, color: boolean): string {
  const title = (text: string): string => paint("bold", text, color);
  const line = ({ status, path }: PlanEntry): string => `  ${paint(looks[status], status.padEnd(9), color)}  ${path}`;
  const groups = outcome.targets.map(({ backend }) => ({
    name: backend.title,
    lines: outcome.entries.filter((entry) => entry.target === backend.id).map(line),
  }));
  const known = new Set<string | undefined>(outcome.targets.map(({ backend }) => backend.id));
  const others = outcome.entries.filter((entry) => !known.has(entry.target)).map(line);
  const sections = [
    ...groups,
    { name: "Other files", lines: others },
    { name: "Gates that policy added", lines: gateLines(outcome) },
    { name: "Settings that files can't hold", lines: settingLines(outcome) },
  ];
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => `${title(name)}\n${lines.join("\n")}\n`)
    .join("\n");
}

function gateLines({ gates }: Outcome): readonly string[] {
  return gates.flatMap(({ pipeline, job, injected }) => {
    if (!injected) return [];
    const because = injected.because.join("; ");
    return [
      `  ${pipeline} / ${job}`,
      `    ${injected.rule} of ${injected.layer}${because === "" ? "" : `: ${because}`}`,
    ];
  });
}

/** Settings of one pipeline on one target stand together, and those of one place share its line. */
function settingLines({ settings, targets }: Outcome): readonly string[] {
  const titleOf = ({ target, pipeline }: Setting): string =>
    `${targets.find(({ backend }) => backend.id === target)?.backend.title ?? target}, ${pipeline}`;
  return [...groupBy(settings, titleOf)].flatMap(([title, ofPipeline]) => [
    `  ${title}`,
    ...[...groupBy(ofPipeline, ({ name, why }) => `    ${name}\n      ${why}`)].flatMap(([place, values]) => [
      place,
      ...values.flatMap(({ value }) =>
        value.split("\n").map((line, index) => `      ${index === 0 ? "=" : " "} ${line}`),
      ),
    ]),
  ]);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, readonly T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
