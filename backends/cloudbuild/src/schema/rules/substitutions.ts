import { limits } from "./limits.ts";
import { invalid, type Path, type Problem, within } from "./problem.ts";
import { builtIns, isOperation, type Piece, piecesOf } from "./reference.ts";
import { type BuildView, bytesOf, mapOf, type StepView } from "./view.ts";

/** A text in which Cloud Build substitutes, and where it stands. */
interface Place {
  readonly path: Path;
  readonly text: string;
}

/**
 * Checks a map of substitutions.
 * @param substitutions of a build or a trigger
 * @param path where the map stands
 */
export function checkSubstitutions(
  substitutions: Readonly<Record<string, string>>,
  path: Path = ["substitutions"],
): readonly Problem[] {
  const entries = Object.entries(substitutions);
  return [
    ...within(path, "The substitutions have", [entries.length, "keys"], limits.substitutions),
    ...entries.flatMap(([key, value]) => [
      ...(/^_[A-Z0-9_]+$/.test(key) ? [] : [wrongKey(key, [...path, key])]),
      ...within([...path, key], `The key "${key}" has`, [bytesOf(key), "bytes"], limits.substitutionKey),
      ...within([...path, key], `The value of "${key}" has`, [bytesOf(value), "bytes"], limits.substitutionValue),
    ]),
  ];
}

/**
 * Checks every `$`: each is doubled, or begins a reference to a substitution that exists.
 * @param fromTrigger keys that the trigger adds
 */
export function checkReferences(build: BuildView, fromTrigger: readonly string[]): readonly Problem[] {
  const known = (key: string): boolean =>
    builtIns.has(key) || Object.hasOwn(build.substitutions, key) || fromTrigger.includes(key);
  return [
    ...placesOf(build).flatMap(({ path, text }) =>
      piecesOf(text).flatMap((piece) => [
        ...unknown(piece, path, known),
        ...stray(piece, path),
        ...operated(piece, path),
      ]),
    ),
    ...valuesOf(build).flatMap(({ path, text }) =>
      piecesOf(text).flatMap((piece) => [...unknown(piece, path, known), ...undocumented(piece, path)]),
    ),
  ];
}

/** A build that is started by hand refuses substitutions that nothing uses. */
export function checkUnused(build: BuildView): readonly Problem[] {
  const mapped = build.options.automapSubstitutions || build.steps.some((step) => step.automapSubstitutions);
  const keys = Object.keys(build.substitutions);
  if (build.options.substitutionOption === "ALLOW_LOOSE" || mapped || keys.length === 0) return [];
  const texts = [...placesOf(build), ...valuesOf(build)].flatMap(({ text }) => piecesOf(text));
  const used = new Set(texts.flatMap((piece) => (piece.kind === "reference" ? [piece.key] : [])));
  return keys
    .filter((key) => !used.has(key))
    .map((key) =>
      invalid(["substitutions", key], {
        what: `Nothing uses the substitution "${key}".`,
        why: "A build that is started by hand refuses substitutions that it doesn't use.",
        fix: 'Remove it, or set the option "substitutionOption" to "ALLOW_LOOSE".',
      }),
    );
}

/**
 * How long a text may get: with the substitutions that the file itself defines, and other references as written.
 * @returns characters
 */
export function lengthAfterSubstitution(text: string, build: BuildView): number {
  const lengths: readonly number[] = piecesOf(text).map((piece) => {
    if (piece.kind === "reference") return (build.substitutions[piece.key] ?? piece.text).length;
    return piece.kind === "escape" || piece.kind === "stray" ? 1 : piece.text.length;
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** All places of a build in which Cloud Build finds dollars, but for the values of substitutions themselves. */
function placesOf(build: BuildView): readonly Place[] {
  return [
    ...build.steps.flatMap((step, index) => placesOfStep(step, ["steps", index])),
    ...listed(build.images, ["images"]),
    ...listed(build.tags, ["tags"]),
    ...single(build.logsBucket, ["logsBucket"]),
    ...single(build.serviceAccount, ["serviceAccount"]),
    ...listed(build.options.env, ["options", "env"]),
    ...build.secrets.flatMap(({ versionName }, index) =>
      single(versionName, ["availableSecrets", "secretManager", index, "versionName"]),
    ),
    ...inside(build.artifacts, ["artifacts"]),
  ];
}

function placesOfStep(step: StepView, path: Path): readonly Place[] {
  return [
    ...single(step.name, [...path, "name"]),
    ...single(step.entrypoint, [...path, "entrypoint"]),
    ...single(step.dir, [...path, "dir"]),
    ...listed(step.args ?? [], [...path, "args"]),
    ...listed(step.env, [...path, "env"]),
  ];
}

function valuesOf(build: BuildView): readonly Place[] {
  return Object.entries(build.substitutions).map(([key, text]) => ({ path: ["substitutions", key], text }));
}

function single(text: string | undefined, path: Path): readonly Place[] {
  return text?.includes("$") ? [{ path, text }] : [];
}

function listed(texts: readonly string[], path: Path): readonly Place[] {
  return texts.flatMap((text, index) => (text.includes("$") ? [{ path: [...path, index], text }] : []));
}

function inside(value: unknown, path: Path): readonly Place[] {
  if (typeof value === "string") return single(value, path);
  if (Array.isArray(value)) return value.flatMap((item, index) => inside(item, [...path, index]));
  return Object.entries(mapOf(value)).flatMap(([key, item]) => inside(item, [...path, key]));
}

function unknown(piece: Piece, path: Path, known: (key: string) => boolean): readonly Problem[] {
  if (piece.kind !== "reference" || known(piece.key)) return [];
  return [
    invalid(path, {
      what: `"${piece.text}" refers to a substitution that doesn't exist.`,
      why: "Cloud Build refuses the build, or puts nothing in its place, before any shell sees the text.",
      fix: `Write "$$" for a dollar that the step shall see, or define "${piece.key}" under "substitutions".`,
    }),
  ];
}

function stray(piece: Piece, path: Path): readonly Problem[] {
  if (piece.kind !== "stray" && piece.kind !== "payload") return [];
  return [
    invalid(path, {
      what: "A dollar stands alone.",
      why: "What Cloud Build makes of it isn't documented, so the step might see another text.",
      fix: 'Write "$$" for each dollar that the step shall see.',
    }),
  ];
}

function operated(piece: Piece, path: Path): readonly Problem[] {
  if (piece.kind !== "reference" || piece.operation === "") return [];
  return [
    invalid(path, {
      what: `"${piece.text}" changes a value where only whole values are substituted.`,
      why: "Cloud Build documents such operations for the values of substitutions alone.",
      fix: 'Define a substitution with this value under "substitutions", and refer to that.',
    }),
  ];
}

function undocumented(piece: Piece, path: Path): readonly Problem[] {
  if (piece.kind === "stray") return stray(piece, path);
  if (piece.kind !== "reference" || isOperation(piece.operation)) return [];
  return [
    invalid(path, {
      what: `"${piece.text}" changes the value in a way that Cloud Build doesn't document.`,
      why: "The build might see another value than is meant here.",
      fix: 'Use "${KEY:offset:length}" or "${KEY//old/new}", or change the value in a script.',
    }),
  ];
}

function wrongKey(key: string, path: Path): Problem {
  return invalid(path, {
    what: `"${key}" is no name for a substitution.`,
    why: "Cloud Build keeps all names without a leading underscore to itself.",
    fix: "Begin it with an underscore, followed by capital letters, digits and underscores.",
  });
}
