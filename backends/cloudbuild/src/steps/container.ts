import { pinnedImage } from "@cicl/backend-kit";
import type { ContainerStep } from "@cicl/model";
import { shellWord } from "../shell/quote.ts";
import type { StepLowering } from "./step.ts";

/**
 * Runs the image from a step that has docker, since the test whether the step is due needs a shell, which the image may
 * lack. It sees the same files, on the same network; its arguments reach it as they are.
 */
export const lowerContainer: StepLowering<ContainerStep> = (step, node, scope, common) => {
  const image = pinnedImage(step.image, scope, step.origin);
  return [
    {
      ...common,
      name: "container",
      image: pinnedImage(scope.options.images.docker, scope, step.origin),
      folder: scope.folder,
      script: ({ names }) =>
        [
          // The signal of a step whose time is up reaches the container this way.
          "exec docker run --rm --init --network=cloudbuild",
          "--volume /workspace:/workspace",
          '--workdir "$PWD"',
          ...[...names, "CICL_OUTPUT"].map((name) => `--env ${name}`),
          ...(step.entrypoint === undefined ? [] : [`--entrypoint ${shellWord(step.entrypoint)}`]),
          [image, ...step.args].map(shellWord).join(" "),
        ].join(" \\\n  "),
      uses: [...common.uses, { feature: "step.container", node }],
    },
  ];
};
