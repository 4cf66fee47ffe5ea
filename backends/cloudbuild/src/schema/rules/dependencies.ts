import { invalid, type Path, type Problem } from "./problem.ts";
import { type BuildView, mapOf } from "./view.ts";

/** Checks that each dependency is fetched from exactly one place. */
export function checkDependencies({ dependencies }: BuildView): readonly Problem[] {
  return dependencies.flatMap((dependency, index) => {
    const path: Path = ["dependencies", index];
    const { gitSource } = dependency;
    return [
      ...oneOf(dependency, ["empty", "gitSource", "genericArtifact"], path),
      ...(gitSource === undefined
        ? []
        : oneOf(mapOf(mapOf(gitSource).repository), ["url", "developerConnect"], [...path, "gitSource", "repository"])),
    ];
  });
}

/**
 * Checks that exactly one of several keys stands in a map.
 * @param path where the map stands
 */
export function oneOf(map: Readonly<Record<string, unknown>>, keys: readonly string[], path: Path): readonly Problem[] {
  const present = keys.filter((key) => map[key] !== undefined);
  if (present.length === 1) return [];
  const listed = keys.map((key) => `"${key}"`).join(", ");
  return [
    invalid(path, {
      what: `${present.length === 0 ? "None" : "More than one"} of ${listed} is stated.`,
      why: "Cloud Build wants exactly one of them.",
      fix: "State one, and remove the others.",
    }),
  ];
}
