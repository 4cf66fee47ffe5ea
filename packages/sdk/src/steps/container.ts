import { list, object, optional, text, withDefault } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { containerImage, type Environ, environ } from "../values.ts";
import { asModel, type EnvScope, makeStep, type Step, type StepOptions, stepShape } from "./step.ts";

export interface ContainerOptions extends StepOptions {
  readonly args?: readonly string[];
  readonly env?: Environ<string>;
  readonly entrypoint?: string;
}

/** Runs a container image over the job's working copy. @param image reference with tag or digest */
export function container<const O extends ContainerOptions = Record<never, never>>(
  image: string,
  options?: O & Exact<O, ContainerOptions>,
): Step<EnvScope<O>> {
  const origin = originHere();
  const shape = object("A container step", {
    ...stepShape,
    args: withDefault(list(text), []),
    env: withDefault(environ, []),
    entrypoint: optional(text),
  });
  const read = asModel(shape(options ?? {}, origin));
  return makeStep({ kind: "container", origin, image: containerImage(image, origin), ...read });
}
