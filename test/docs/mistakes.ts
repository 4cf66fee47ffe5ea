import { checkerSays, type Program, type Refusal, refusedPrograms, synthSays } from "../refused/programs.ts";
import { anchor } from "./anchor.ts";

/** The most frequent mistakes: the names of their programs, and what is wrong there. */
const frequent: Readonly<Record<string, string>> = {
  "misspelt-need": "`needs: [unti]`",
  "cyclic-needs": '`job("api", { needs: [web], … })` above `web`',
  "unknown-activity": '`activities: ["open"]`',
  "misspelt-job-key": '`timeuot: "5m"`',
  "misspelt-key-in-shared-base": "`{ ...base, … }`",
  "missing-action-input": '`actions.cache({ path: "node_modules" })`',
  "misspelt-action-input": '`"go-verson": "1.26"`',
  "misspelt-value": "`$" + "{commit.sah}`",
  "duplicate-job-id": '`job("unit", …)` and `job("unit", …)`',
  "secret-in-pull-request-job": "a deploy without `when`",
  "secret-outside-its-environment": '`production.secret("TOKEN")` in a test',
  "undefined-matrix-key": "`matrix.nod`",
  "invalid-cron": '`on.schedule("0 25 * * *")`',
};

/** A program with what is said of it. */
interface Said extends Program {
  /** By the type checker. */
  readonly messages: readonly string[];
  /** By `synth`. */
  readonly errors: readonly Refusal[];
}

/**
 * The page that shows every refused program with what the type checker and `synth` say of it. Needs the built command
 * line.
 * @param top the folder of the repository, with `/` at its end
 */
export function mistakesPage(top: string): string {
  const checker = checkerSays(top);
  const programs = refusedPrograms(top).map((program): Said => {
    const { name } = program;
    return { ...program, messages: checker.get(name) ?? [], errors: synthSays(top, name).errors };
  });
  const first = Object.keys(frequent).map((name) => programs.find((program) => program.name === name));
  const mistakes = first.filter((program) => program !== undefined);
  const others = programs.filter((program) => !mistakes.includes(program));
  return `<!-- Generated from test/refused. Run "pnpm generate". -->

# Mistakes that don't get through

What goes wrong most often in pipelines, and who says so: the type checker in your editor, and \`cicl synth\`, which checks
the same at run time, since it never checks types. Each is a program that is tested, and stands below with what both say
of it; the line that they name is the one behind the comment.

| mistake | code | type checker | \`cicl synth\` |
| --- | --- | --- | --- |
${mistakes.map(row).join("\n")}

${[...mistakes, ...others].map(chapter).join("\n")}`;
}

function row({ name, title, messages, errors }: Said): string {
  const said = errors.map(({ code, what }) => `${code}: ${what}`).join(" ");
  return `| [${title}](#${anchor(title)}) | ${frequent[name]} | ${messages.length > 0 ? "yes" : "no"} | ${said} |`;
}

function chapter({ title, source, messages, errors }: Said): string {
  const code = source.slice(source.indexOf("\n") + 1).replaceAll("@ts-expect-error ", "");
  const checker =
    messages.length > 0 ? `The type checker:\n\n${block(messages)}\n\n` : "The type checker says nothing. ";
  return `## ${title}

\`\`\`ts
${code.trim()}
\`\`\`

${checker}\`cicl synth\`:

${block(errors.map((error) => `${error.code}: ${error.what} ${error.fix}`))}
`;
}

function block(lines: readonly string[]): string {
  return `\`\`\`text\n${lines.join("\n")}\n\`\`\``;
}
