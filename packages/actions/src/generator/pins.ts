import { date, facts } from "./data.ts";

/** The source of the shipped table of pins. */
export function pinsSource(): string {
  const rows = facts.map(([action, { version, commit }]) => {
    const row = `  ${JSON.stringify(action)}: { version: "${version}", commit: "${commit}" },`;
    return row.length <= 120
      ? row
      : `  ${JSON.stringify(action)}: {\n    version: "${version}",\n    commit: "${commit}",\n  },`;
  });
  return `// Generated from actions.json. Edit that file and run "pnpm generate".

/** One action's pin: the newest version that this release of cicl knows. */
export interface ShippedPin {
  readonly version: string;
  readonly commit: string;
}

/** The day on which the table was read from the actions' own repositories. */
export const pinsDate = "${date}";

/** Action (\`owner/repo[/path]\`) → exact version and the commit that its tag pointed at. */
export const shippedPins: Readonly<Record<string, ShippedPin>> = {
${rows.join("\n")}
};
`;
}
