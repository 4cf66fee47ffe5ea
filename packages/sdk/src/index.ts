export { type Condition, when } from "./condition.ts";
export { type Environment, environment } from "./environment.ts";
export { type FileProvider, files, installFiles } from "./files.ts";
export { type GitHubEvent, githubEvents } from "./github/events.ts";
export { github } from "./github/index.ts";
export type { GitHubJobKeys } from "./github/keys.ts";
export { type Input, type InputValue, input } from "./input.ts";
export { call } from "./job/call.ts";
export { deploy } from "./job/deploy.ts";
export type { Job } from "./job/handle.ts";
export { type Image, image } from "./job/image.ts";
export { gateJob, job, jobDraftOf } from "./job/job.ts";
export type { Checkout } from "./job/options.ts";
export { checkout } from "./job/shape.ts";
export { type CallTrigger, type InputTrigger, on, type Trigger } from "./on.ts";
export { installOrigins, type OriginRule } from "./origin.ts";
export { draftOf, isPipeline, type Pipeline, pipeline } from "./pipeline.ts";
export { type Runner, runner } from "./runner.ts";
export { type RawText, sh } from "./script/sh.ts";
export { type Stage, stage } from "./stage.ts";
export { type Artifact, download, upload } from "./steps/artifact.ts";
export { cache } from "./steps/cache.ts";
export { action, type CompositeRun, type DemandingCompositeRun } from "./steps/composite.ts";
export { container } from "./steps/container.ts";
export {
  type Action,
  type BooleanInput,
  type CodeInput,
  type DemandingAction,
  demandingAction,
  knownAction,
  type LinesInput,
  type NumberInput,
  type TextInput,
} from "./steps/known-action.ts";
export { native, perTarget } from "./steps/native.ts";
export { setup } from "./steps/setup.ts";
export type { Step } from "./steps/step.ts";
export { uses } from "./steps/uses.ts";
export {
  actor,
  branch,
  commit,
  event,
  pr,
  ref,
  repository,
  run,
  secret,
  tag,
  template,
  type Value,
  type ValueKind,
  variable,
} from "./values.ts";
