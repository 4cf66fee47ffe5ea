import { scalar, type YamlData } from "@cicl/backend-kit";
import { type Job, legsOf, type Matrix, type MatrixLeg, neededScopes } from "@cicl/model";
import { inside, type Scope, type Spot, traceAt } from "./scope.ts";
import { text } from "./value.ts";

/** The least that the steps need and the team asks for; whoever reviews what a token may do reads why. */
export function permissionsOf(job: Job, scope: Scope, spot: Spot): YamlData {
  const { dialect } = scope;
  const needed = neededScopes(job, dialect.target);
  for (const { scope: name } of needed) {
    const feature = name === "id-token" ? "job.permissions.id-token" : "job.permissions";
    traceAt(scope, inside(spot, "permissions", name), feature, name);
  }
  const levels = Object.fromEntries(needed.map(({ scope: name, level }) => [name, level]));
  const all = dialect.permissions({ ...(job.checkout ? { contents: "read" as const } : {}), ...levels });
  return Object.fromEntries(
    Object.entries(all).map(([name, level]) => {
      const need = needed.find((candidate) => candidate.scope === name);
      const why = need?.action === undefined ? "asked for by the job in pipeline.ts" : `needed by ${need.action}`;
      return [name, need ? scalar(level, why) : level];
    }),
  );
}

/** The group that a job's runs share. */
export function concurrencyOf(job: Job, scope: Scope, spot: Spot): YamlData {
  if (!job.concurrency) return undefined;
  const here = inside(spot, "concurrency");
  traceAt(scope, here, "job.concurrency");
  return {
    group: text(job.concurrency.group, "job-concurrency", scope, inside(here, "group")),
    "cancel-in-progress": job.concurrency.cancelInProgress,
  };
}

/** Without a word the engine would stop all legs at the first failure, also those of a matrix that is worked out. */
export function lateStrategy(job: Job, { dialect }: Scope): YamlData {
  const isLate = job.native?.some(({ path }) => path[0] === "strategy");
  return isLate && dialect.failFast ? { "fail-fast": false } : undefined;
}

/** The legs of a job, and how they run beside each other. */
export function strategyOf(matrix: Matrix, scope: Scope, spot: Spot): YamlData {
  const here = inside(spot, "strategy");
  traceAt(scope, inside(here, "matrix"), "job.matrix");
  if (matrix.failFast) traceAt(scope, inside(here, "fail-fast"), "job.matrix.fail-fast");
  if (matrix.maxParallel !== undefined) traceAt(scope, inside(here, "max-parallel"), "job.matrix.max-parallel");
  const legs = (list: readonly MatrixLeg[]): YamlData => list.map((leg) => ({ ...leg }));
  return {
    "fail-fast": scope.dialect.failFast ? matrix.failFast : undefined,
    "max-parallel": matrix.maxParallel,
    // The engine mixes what it includes into legs that are there; every leg is spelt out where one is to be added.
    matrix:
      matrix.include.length > 0
        ? { include: legs(legsOf(matrix)) }
        : {
            ...Object.fromEntries(matrix.vectors.map((vector) => [vector.key, vector.values])),
            exclude: matrix.exclude.length === 0 ? undefined : legs(matrix.exclude),
          },
  };
}
