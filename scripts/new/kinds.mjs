/** Changes what a pattern matches, once; a text without such a place is refused. */
const changing = (pattern, replacement) => (text) => {
  if (!pattern.test(text)) throw new Error(`nothing in it matches ${pattern}`);
  return text.replace(pattern, replacement);
};

/** Adds an element to a list whose beginning the pattern's group matches; the formatter sees to the line ends. */
const listing = (beginning, element) =>
  changing(new RegExp(`(${beginning.source})([^\\]]*?),?\\s*\\]`), `$1$2, ${element}]`);

/** Puts a line in front of a text; the formatter sorts imports and exports. */
const beginning = (line) => (text) => `${line}\n${text}`;

/** Adds a package of the workspace to a manifest's dependencies. */
const depending = (section, dependency) => (text) => {
  const manifest = JSON.parse(text);
  const all = { ...manifest[section], [dependency]: "workspace:*" };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, [section]: sorted }, null, 2)}\n`;
};

/** What there can be new: where it goes, what is still to be filled in, where it is registered, what comes next. */
export const kinds = {
  backend: {
    parent: "backends",
    /** Every feature gets an answer of its own, to be changed one at a time. */
    complete: (text, read) =>
      text.replace(/^ *__features__: (\w+),$/m, (_, answer) =>
        [...read("packages/model/src/features.ts").matchAll(/^ {2}"([a-z.-]+)":/gm)]
          .map(([, feature]) => `  "${feature}": ${answer},`)
          .join("\n"),
      ),
    register: ({ id, name, Name, Title }) => ({
      "cli/src/backends.ts": [
        listing(/backends: readonly Backend\[\] = \[/, name),
        beginning(`import { ${name} } from "@cicl/backend-${id}";`),
      ],
      "cli/src/config.ts": [
        changing(/(targets\?: \{[^}]*?)[;\s]*\}/, `$1; readonly "${id}"?: ${Name}Options }`),
        beginning(`import type { ${Name}Options } from "@cicl/backend-${id}";`),
      ],
      "cli/package.json": [depending("devDependencies", `@cicl/backend-${id}`)],
      "test/package.json": [depending("dependencies", `@cicl/backend-${id}`)],
      "test/features/features.test.ts": [
        listing(/const backend of \[/, name),
        beginning(`import { ${name} } from "@cicl/backend-${id}";`),
      ],
      "test/architecture/rooms.ts": [
        changing(
          / {2}\{\n {4}folder: "cli",/,
          `  {
    folder: "backends/${id}",
    name: "@cicl/backend-${id}",
    responsibility: "Renders pipelines for ${Title}.",
    rooms: [diagnostics, model, kit],
    libraries: [],
    effects: false,
  },
$&`,
        ),
      ],
    }),
    next: `Run "pnpm generate" for the map of the rooms and the table of targets. Then render a feature in lower.ts, trace it, and
say so in capabilities.ts: every other use is refused.`,
  },
  gate: {
    parent: "packages/stages/src",
    complete: (text) => text,
    register: ({ id, name }) => ({
      "packages/stages/src/index.ts": [
        listing(/catalogue: readonly GateDefinition\[\] = \[/, `${name}Gate`),
        changing(/^export \{/m, `export { ${name} } from "./${id}/index.ts";\n$&`),
        beginning(`import { ${name}Gate } from "./${id}/index.ts";`),
      ],
      "cli/src/gates.ts": [changing(/( \} from "@cicl\/stages")/, `, ${name}$1`)],
    }),
    next: "Say what it checks and to which repositories it applies; a policy requires it by its id.",
  },
  rule: {
    parent: "packages/policy/src/rules",
    isFile: true,
    complete: (text) => text,
    register: ({ id, name }) => ({
      "packages/policy/src/rules/index.ts": [
        listing(/rules: readonly Rule\[\] = \[/, name),
        beginning(`import { ${name} } from "./${id}.ts";`),
      ],
    }),
    next: "Say what must hold and what to do where it doesn't; a new diagnostic gets a code in packages/diagnostics.",
  },
  command: {
    parent: "cli/src/commands",
    complete: (text) => text,
    register: ({ id, name, title }) => ({
      "cli/src/program.ts": [
        changing(/^\} satisfies Record<CommandName,/m, `  "${id}": () => ${name},\n$&`),
        beginning(`import { ${name} } from "./commands/${id}/${id}.ts";`),
      ],
      "cli/src/command-line/parsed.ts": [listing(/commandNames = \[/, `"${id}"`)],
      "cli/src/command-line/full.ts": [
        changing(/^ {2}add\("targets".*;$/m, `$&\n  add("${id}", "${title.toLowerCase()}", true);`),
      ],
    }),
    next: "Say in full.ts what it does, and in README.md and docs what people use it for.",
  },
};
