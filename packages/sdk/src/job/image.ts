import type { Binding, Expression, ImageStep } from "@cicl/model";
import { deepFreeze } from "@cicl/model";
import { imageRepository } from "../check/image-reference.ts";
import { word } from "../check/names.ts";
import { path } from "../check/path.ts";
import { list, object, optional, type Reader, record, text, withDefault, wrong } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { expressionOf, refuseKinds, textValue, type Value, type ValueKind } from "../values.ts";
import { buildJob } from "./build.ts";
import type { Job } from "./handle.ts";
import type { CommonOptions, Login } from "./options.ts";
import { jobShape, login } from "./shape.ts";

/** What an image takes. */
export interface ImageOptions
  extends Pick<CommonOptions, "runner" | "needs" | "when" | "timeout" | "permissions" | "env" | "checkout"> {
  /** Build context, relative to the folder of `pipeline.ts`. */
  readonly context: string;
  /** Relative to the context; `Dockerfile` by default. */
  readonly dockerfile?: string;
  /** Registry and repository in lower case, without tag. */
  readonly repository: string;
  /** No secrets: whoever can pull the image can read them. */
  readonly buildArgs?: Readonly<Record<string, string | number | boolean | Value<never, Exclude<ValueKind, "secret">>>>;
  /** E.g. `linux/amd64`; the machine's own by default. */
  readonly platforms?: readonly string[];
  /** The stage of the Dockerfile; the last one by default. */
  readonly target?: string;
  /** How to log in to the registry before a push. */
  readonly login?: Login;
}

/** A job that builds an image. */
export interface Image extends Job {
  readonly outputs: { readonly digest: Value<never, "digest"> };
  /** `sha256:…`; what a deploy takes as its subject. */
  readonly digest: Value<never, "digest">;
  /** Registry and repository, without tag. */
  readonly repository: string;
}

const digests = new WeakSet<Expression>();

const platform: Reader<string> = (value, origin) => {
  const written = text(value, origin);
  return /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(written)
    ? written
    : wrong(value, 'a platform such as "linux/amd64"', origin);
};

const buildArgs: Reader<readonly Binding[]> = record((value, origin, name) => {
  const expression = textValue(value, origin);
  refuseKinds(
    expression,
    { secret: "A build argument stays in the image's history, for everyone who can pull it." },
    origin,
  );
  return { name: word(name, origin), value: expression, origin };
});

const { runner, needs, when, timeout, permissions, env, checkout } = jobShape;

const readImage = object("An image", {
  ...{ runner, needs, when, timeout, permissions, env, checkout },
  context: path,
  dockerfile: withDefault(path, "Dockerfile"),
  repository: imageRepository,
  buildArgs: withDefault(buildArgs, []),
  platforms: withDefault(list(platform), []),
  target: optional(text),
  login: optional(login),
});

/** What an image job can't be told, since its only work is the build. */
const fixed = { services: [], runs: "on-success", allowFailure: false, reports: [] } as const;

/**
 * Declares an image: built and not pushed on pull requests, pushed by digest on a branch, promoted everywhere else.
 * @param id lower-case letters, digits and hyphens, unique in its pipeline
 * @returns a job with the value `digest`
 * @throws CiclError with everything that is wrong in the options
 */
export function image<const O extends ImageOptions>(id: string, options: O & Exact<O, ImageOptions>): Image {
  const origin = originHere();
  const { context, dockerfile, repository, buildArgs, platforms, target, login, ...read } = readImage(options, origin);
  const step: ImageStep = deepFreeze({
    ...{ kind: "image", origin, runs: "on-success", allowFailure: false },
    ...{ context, dockerfile, repository, buildArgs, platforms },
    ...(target === undefined ? {} : { target }),
    ...(login === undefined ? {} : { login }),
  });
  const work = { steps: [step], outputs: [{ name: "digest", origin, source: { step } }] };
  return buildJob(id, { ...fixed, ...read, ...work }, { role: "image" }, origin, ({ digest }) => {
    const expression = expressionOf(digest);
    if (expression) digests.add(expression);
    return { digest, repository };
  }) as Image;
}

/** Says whether a value is the digest of an image. */
export function isDigest(expression: Expression): boolean {
  return digests.has(expression);
}
