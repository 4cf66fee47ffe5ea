import { readdirSync, readFileSync } from "node:fs";
import { anchor } from "./anchor.ts";

const ending = ".pipeline.ts";

/**
 * The page that shows every construct beside what GitHub gets.
 * @param top the folder of the repository, with `/` at its end
 */
export function githubPage(top: string): string {
  const folder = `${top}test/constructs/github/`;
  const constructs = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const id = name.slice(0, -ending.length);
      const source = readFileSync(`${folder}${name}`, "utf8");
      const [, title = "", sentence = ""] = /^\/\*\* ([^:]+): (.+) \*\/\n/.exec(source) ?? [];
      if (title === "") throw new Error(`${name} doesn't begin with its title, a colon and what it shows.`);
      const code = source.slice(source.indexOf("\n") + 1).trim();
      const rendered = readFileSync(`${folder}.github/workflows/${id}.yml`, "utf8");
      return { id, title, sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1), code, rendered };
    });
  const contents = constructs.map(({ title }) => `- [${title}](#${anchor(title)})`);
  const chapters = constructs.map(
    ({ id, title, sentence, code, rendered }) => `## ${title}

${sentence}

\`\`\`ts
${code}
\`\`\`

becomes \`.github/workflows/${id}.yml\`:

\`\`\`yaml
${rendered.trim()}
\`\`\`
`,
  );
  return `<!-- Generated from test/constructs/github. Run "pnpm generate". -->

# What GitHub gets

Each construct beside its rendering, without the gates that a policy adds. What GitHub carries in all, and what not yet, is
in [the table of targets](targets.md).

${contents.join("\n")}

${chapters.join("\n")}`;
}
