import type { Support } from "@cicl/backend-kit";
import { paint, type Style } from "../../report/paint.ts";
import type { Answer, Answers } from "./targets.ts";

const looks = { native: "green", emulated: "yellow", unsupported: "red" } satisfies Record<Support["kind"], Style>;

/** The capability table for people: a row for each feature, then what is behind every answer but "native". */
export function capabilityTable(targets: readonly Answers[], color: boolean): string {
  const rows = targets[0]?.features ?? [];
  const widths = { title: widest(rows.map(({ title }) => title)), answer: widest(targets.map(({ title }) => title)) };
  const head = [" ".repeat(widths.title), ...targets.map(({ title }) => title.padEnd(widths.answer))].join("  ");
  const lines = rows.map(({ title }, row) => {
    const cells = targets.map(({ features }) => {
      const support = features[row]?.support;
      if (!support) return "";
      return paint(looks[support.kind], word(support).padEnd(widths.answer), color);
    });
    return [title.padEnd(widths.title), ...cells].join("  ").trimEnd();
  });
  return [paint("bold", head.trimEnd(), color), ...lines, "", ...targets.flatMap((target) => notes(target, color))]
    .join("\n")
    .concat("\n");
}

function notes({ title, features }: Answers, color: boolean): readonly string[] {
  const remarks = features.flatMap((answer) => {
    const text = remark(answer);
    return text === undefined ? [] : [`  ${answer.title}: ${text}`];
  });
  return [paint("bold", title, color), ...(remarks.length > 0 ? remarks : ["  everything is native"]), ""];
}

function word(support: Support): string {
  if (support.kind !== "unsupported") return support.kind;
  return support.never ? "no" : "not yet";
}

function remark({ support }: Answer): string | undefined {
  if (support.kind === "native") return undefined;
  return support.kind === "emulated" ? support.how : `${word(support)}. ${support.why} ${support.fix}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
