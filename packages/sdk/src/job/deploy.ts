import type { Origin } from "@cicl/diagnostics";
import type { Expression } from "@cicl/model";
import { fail } from "../check/fail.ts";
import { object, type Reader } from "../check/reader.ts";
import { type Environment, environmentNode } from "../environment.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { expressionOf, type Value } from "../values.ts";
import { buildJob, workShape } from "./build.ts";
import { isDigest } from "./image.ts";
import type { MatrixOptions } from "./matrix.ts";
import type { JobOf, JobOptions, NoMatrixOutputs, Work } from "./options.ts";

/** What a deploy takes besides the options of a job. */
export interface Shipment<Name extends string> {
  /** The environment; the job sees its secrets and variables. */
  readonly to: Environment<Name>;
  /** The digest that is shipped: the `digest` of an image. */
  readonly subject: Value<never, "digest">;
}

interface DeployOptions<Name extends string> extends JobOptions<Name>, Shipment<Name> {}

const subject: Reader<Expression> = (value, origin) => {
  const expression = expressionOf(value);
  return expression && isDigest(expression) ? expression : noDigest(origin);
};

const deployOptions = object("A deploy", { ...workShape, to: environmentNode, subject });

/**
 * Declares a deploy: a job that ships an image to an environment.
 * @param id lower-case letters, digits and hyphens, unique in its pipeline
 * @throws CiclError with everything that is wrong in the options
 */
export function deploy<
  const Name extends string,
  const T extends DeployOptions<Name>,
  const M extends MatrixOptions | undefined = undefined,
>(
  id: string,
  options: T & Exact<T, DeployOptions<NoInfer<Name>>> & Work<NoInfer<Name>, M, T> & Shipment<Name> & NoMatrixOutputs<T>,
): JobOf<T> {
  const origin = originHere();
  const { to, subject: shipped, ...read } = deployOptions(options, origin);
  return buildJob(id, read, { role: "deploy", environment: to, subject: shipped }, origin) as JobOf<T>;
}

function noDigest(origin: Origin): never {
  fail(
    "CICL2013",
    {
      what: "The subject of the deploy isn't the digest of an image.",
      why: "A tag can be moved after the gates looked at it, so nobody could say what is deployed.",
      fix: 'Pass the "digest" of what "image" returned.',
    },
    origin,
  );
}
