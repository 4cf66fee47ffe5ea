import type { Matrix, MatrixLeg } from "./job.ts";

/**
 * The legs of a matrix: the product of its vectors in authored order, the first one outermost, less those that an
 * `exclude` matches in all that it names, and each `include` as one more leg.
 */
export function legsOf(matrix: Matrix): readonly MatrixLeg[] {
  const start: readonly MatrixLeg[] = matrix.vectors.length > 0 ? [{}] : [];
  const product = matrix.vectors.reduce(
    (legs, { key, values }) => legs.flatMap((leg) => values.map((value) => ({ ...leg, [key]: value }))),
    start,
  );
  const excluded = (leg: MatrixLeg): boolean =>
    matrix.exclude.some((pattern) => Object.entries(pattern).every(([key, value]) => leg[key] === value));
  return [...product.filter((leg) => !excluded(leg)), ...matrix.include];
}
