import {
  buildArgVariable,
  buildImageScript,
  joinPath,
  loginScript,
  pinnedImage,
  promoteImageScript,
  pushImageScript,
  registryOf,
} from "@cicl/backend-kit";
import type { Binding, Expression, ImageStep } from "@cicl/model";
import type { SupportedEvent } from "../build/events.ts";
import { traceValue } from "../values/bind.ts";
import type { StepLowering } from "./step.ts";

type Mode = "build" | "push" | "promote";

const modes: Readonly<Record<SupportedEvent, Mode>> = { "pull-request": "build", push: "push", tag: "promote" };

const scripts: Readonly<Record<Mode, (step: ImageStep) => string>> = {
  build: buildImageScript,
  push: pushImageScript,
  promote: promoteImageScript,
};

/** Whether the builds of an event make images, rather than take those that were pushed. */
export function buildsImagesOn(event: SupportedEvent): boolean {
  return modes[event] !== "promote";
}

/** What the event asks for, in a step with docker; the registry's password is in none of a pull request. */
export const lowerImage: StepLowering<ImageStep> = (step, node, scope, common) => {
  const mode = modes[scope.event];
  const owner = `job:${scope.job.id}`;
  const context = joinPath(scope.folder, step.context);
  const bind = (name: string, value: Expression): Binding & { readonly node: string } => ({
    name,
    value,
    origin: step.origin,
    node: owner,
  });
  const literal = (name: string, value: string): ReturnType<typeof bind> => bind(name, { kind: "literal", value });
  const building = [
    literal("IMAGE_CONTEXT", context || "."),
    literal("IMAGE_FILE", joinPath(context, step.dockerfile)),
    ...(step.target === undefined ? [] : [literal("IMAGE_TARGET", step.target)]),
    ...(step.platforms.length === 0 ? [] : [literal("IMAGE_PLATFORMS", step.platforms.join(","))]),
    ...step.buildArgs.map(({ value }, index) => bind(buildArgVariable(index), value)),
  ];
  const publishing = [
    literal("IMAGE_REPOSITORY", step.repository),
    bind("COMMIT_SHA", { kind: "context", name: "commit.sha" }),
  ];
  const login = mode === "build" ? undefined : step.login;
  const credentials = login
    ? [
        literal("REGISTRY", registryOf(step.repository)),
        bind("REGISTRY_USERNAME", login.username),
        bind("REGISTRY_PASSWORD", login.password),
      ]
    : [];
  // What this event doesn't ask for is traced to the job all the same: that it is absent is what the pipeline says.
  if (mode === "promote") for (const { value } of step.buildArgs) traceValue(value, owner, scope);
  if (!login && step.login) {
    for (const value of [step.login.username, step.login.password]) traceValue(value, owner, scope);
  }
  return [
    {
      ...common,
      name: mode === "build" ? "build-image" : `${mode}-image`,
      image: pinnedImage(scope.options.images.docker, scope, step.origin),
      bindings: [
        ...common.bindings,
        ...credentials,
        ...(mode === "build" ? [] : publishing),
        ...(mode === "promote" ? [] : building),
      ],
      script: () => [...(login ? [loginScript] : []), scripts[mode](step)].join("\n"),
      uses: [
        ...common.uses,
        { feature: "step.image", node },
        // On a pull request the login's part is to be absent.
        ...(step.login ? [{ feature: "step.image.login" as const, node }] : []),
      ],
    },
  ];
};
