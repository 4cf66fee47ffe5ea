import { type Backend, capabilityRows, type Support } from "@cicl/backend-kit";
import { type Code, codes } from "@cicl/diagnostics";
import { backends } from "../../cli/src/backends.ts";

const generated = '<!-- Generated from the source. Run "pnpm generate". -->\n';

/** What each target carries, with the sentences behind every answer but "native". */
export function targetsPage(): string {
  const tables = backends.map((backend) => capabilityRows(backend.capabilities(defaultsOf(backend))));
  const [first = []] = tables;
  const head = ["", ...backends.map((backend) => backend.title), ""].join(" | ").trim();
  const rows = first.map(({ title }, index) => {
    const answers = tables.map((table) => word(table[index]?.support));
    return `| ${title} | ${answers.join(" | ")} |`;
  });
  const notes = backends.flatMap((backend, index) => [
    `\n## ${backend.title}\n`,
    ...(tables[index] ?? []).flatMap(({ title, support }) => {
      if (support.kind === "native") return [];
      if (support.kind === "emulated") return [`- ${title}: ${support.how}.`];
      return [`- ${title}: ${word(support)}. ${support.why} ${support.fix}`];
    }),
  ]);
  return [
    generated,
    "# What each target carries\n",
    "*Native*: in the engine's own words. *Emulated*: in another way, which the list below the table says. *Not yet* and",
    "*no*: refused with the place in `pipeline.ts`. The answers are for the default options; `cicl targets` gives them for",
    "yours.\n",
    `| ${head}`,
    `|${" --- |".repeat(backends.length + 1)}`,
    ...rows,
    ...notes,
    "",
  ].join("\n");
}

function defaultsOf(backend: Backend): unknown {
  const read = backend.options({});
  if (!read.ok) throw new Error(`The default options of ${backend.id} don't hold.`);
  return read.options;
}

function word(support: Support | undefined): string {
  if (support?.kind !== "unsupported") return support?.kind ?? "";
  return support.never ? "no" : "not yet";
}

const speakers: Readonly<Record<string, string>> = {
  1: "Loading and files",
  2: "What a pipeline may say",
  3: "Scripts and values",
  4: "Gates and policy",
  5: "Targets",
  6: "The update of pins",
  9: "Defects of cicl",
};

/** Every code with its title, by who speaks. */
export function diagnosticsPage(): string {
  const all = Object.entries(codes) as readonly (readonly [Code, string])[];
  const sections = Object.entries(speakers).flatMap(([digit, title]) => [
    `\n## ${title}\n`,
    "| code | |",
    "| --- | --- |",
    ...all.filter(([code]) => code.startsWith(`CICL${digit}`)).map(([code, text]) => `| ${code} | ${text} |`),
  ]);
  const intro = [
    "# Diagnostics\n",
    "Each is printed with what is wrong, why it matters, what to do, and the place. A code keeps its meaning for ever.",
  ];
  return [generated, ...intro, ...sections, ""].join("\n");
}
