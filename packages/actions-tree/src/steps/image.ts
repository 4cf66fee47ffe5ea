import {
  buildArgVariable,
  buildImageScript,
  loginScript,
  promoteImageScript,
  pushImageScript,
  registryOf,
} from "@cicl/backend-kit";
import type { Condition, EventName, ImageStep, Step } from "@cicl/model";
import { stepCondition } from "../job-condition.ts";
import { inside, traceAt } from "../scope.ts";
import { digestSteps } from "../step-id.ts";
import { text } from "../value.ts";
import { commonKeys, emit, nextSpot, runText, texts } from "./emit.ts";
import { pathIn, type StepLowering } from "./step.ts";

/** What an image step does on an event. */
type Mode = "build" | "push" | "promote";

const modes: Readonly<Record<EventName, Mode>> = {
  "pull-request": "build",
  "merge-queue": "build",
  push: "push",
  tag: "promote",
  schedule: "promote",
  manual: "promote",
  call: "promote",
  native: "promote",
};

/** The digest, from whichever step of the image's job yields it on the events of the pipeline. */
export function digestExpression(events: ReadonlySet<EventName>): string {
  const present = new Set([...events].map((event) => modes[event]));
  const ids = (["push", "promote"] as const).filter((mode) => present.has(mode)).map((mode) => digestSteps[mode]);
  return ids.length === 0 ? "''" : ids.map((id) => `steps.${id}.outputs.digest`).join(" || ");
}

const titles: Readonly<Record<Mode, string>> = {
  build: "Build the image",
  push: "Build and push the image, once for each commit",
  promote: "Take the image that the branch's run of this commit pushed",
};

/** One step for each thing that the events of the pipeline ask for; the registry's password is in none that a pull request runs. */
export const lowerImage: StepLowering<ImageStep> = (step, scope, spot) => {
  const wanted = [...scope.events];
  const context = pathIn(scope.folder, step.context);
  const buildArgs = step.buildArgs.map((argument, index) => ({ ...argument, name: buildArgVariable(index) }));
  const published = wanted.filter((event) => modes[event] !== "build");
  if (step.login && published.length > 0) {
    const here = nextSpot(scope, spot);
    traceAt(scope, inside(here, "run"), "step.image.login");
    const login = (name: string, value: typeof step.login.username): readonly [string, string] => [
      name,
      text(value, "step", scope, inside(here, "env", name)),
    ];
    emit(
      {
        name: "Log in to the registry",
        ...conditionFor(published, step, scope, here),
        env: {
          REGISTRY: registryOf(step.repository),
          ...Object.fromEntries([
            login("REGISTRY_USERNAME", step.login.username),
            login("REGISTRY_PASSWORD", step.login.password),
          ]),
        },
        run: runText(loginScript, "sh", scope, spot),
      },
      scope,
      spot,
    );
  }
  for (const mode of ["build", "push", "promote"] as const) {
    const events = wanted.filter((event) => modes[event] === mode);
    if (events.length === 0) continue;
    const here = nextSpot(scope, spot);
    traceAt(scope, inside(here, "run"), "step.image");
    emit(
      {
        id: mode === "build" ? undefined : digestSteps[mode],
        ...commonKeys(step, scope, spot),
        ...conditionFor(events, step, scope, here),
        name: titles[mode],
        env: {
          ...(mode === "promote"
            ? {}
            : {
                IMAGE_CONTEXT: context,
                IMAGE_FILE: pathIn(context, step.dockerfile),
                ...(step.target === undefined ? {} : { IMAGE_TARGET: step.target }),
                ...(step.platforms.length === 0 ? {} : { IMAGE_PLATFORMS: step.platforms.join(",") }),
              }),
          ...(mode === "build"
            ? {}
            : {
                IMAGE_REPOSITORY: step.repository,
                COMMIT_SHA: text(
                  { kind: "context", name: "commit.sha" },
                  "step",
                  scope,
                  inside(here, "env", "COMMIT_SHA"),
                ),
              }),
          ...(mode === "promote" ? {} : texts("env", buildArgs, scope, spot)),
        },
        run: runText(script(mode, step), "sh", scope, spot),
      },
      scope,
      spot,
    );
  }
};

function script(mode: Mode, step: ImageStep): string {
  if (mode === "build") return buildImageScript(step);
  return mode === "push" ? pushImageScript(step) : promoteImageScript();
}

/** A condition on events, together with the step's own; none where all events of the pipeline are meant. */
function conditionFor(
  events: readonly EventName[],
  step: Step,
  scope: Parameters<typeof lowerImage>[1],
  spot: Parameters<typeof lowerImage>[2],
): { readonly if?: string } {
  const alternatives = events.map((event): Condition => ({ kind: "event", event }));
  const [single] = alternatives;
  const choice: Condition = single && alternatives.length === 1 ? single : { kind: "or", of: alternatives };
  const onEvents = events.length === scope.events.size ? [] : [choice];
  const parts = [...onEvents, ...(step.when ? [step.when] : [])];
  const [only] = parts;
  const when: Condition | undefined = only && parts.length === 1 ? only : { kind: "and", of: parts };
  const { when: _, ...unconditional } = step;
  const printed = stepCondition(parts.length === 0 ? unconditional : { ...step, when }, "step-condition", scope, spot);
  return printed === undefined ? {} : { if: `\${{ ${printed} }}` };
}
