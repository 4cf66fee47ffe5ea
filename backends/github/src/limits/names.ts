import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";

/**
 * Names beside each other that GitHub can't tell apart, since it ignores their case. Source: the official parser.
 * @param place what they are names of, as a diagnostic says it
 */
export function alike(names: readonly string[], place: string, origin: Origin | undefined): readonly Diagnostic[] {
  if (names.length < 2) return [];
  const first = new Map<string, string>();
  return names.flatMap((name): readonly Diagnostic[] => {
    const upper = name.toUpperCase();
    const earlier = first.get(upper);
    if (earlier === undefined) first.set(upper, name);
    if (earlier === undefined) return [];
    return [
      error(
        "CICL2002",
        {
          what: `GitHub takes "${name}" and "${earlier}" at ${place} for the same name.`,
          why: "It ignores case there, and starts no run where a name stands twice.",
          fix: "Give one of them another name.",
        },
        { target: "github", ...(origin ? { origin } : {}) },
      ),
    ];
  });
}
