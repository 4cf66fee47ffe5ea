export { evaluate, isEventOnly, type Verdict } from "./interpret/evaluate.ts";
export type {
  CallEvent,
  ChangedFiles,
  Event,
  EventOf,
  ManualEvent,
  MergeQueueEvent,
  PullRequestEvent,
  PushEvent,
  ScheduleEvent,
  TagEvent,
} from "./interpret/event.ts";
export { eventsOf, factsOfKind, type RunFacts, textOf } from "./interpret/facts.ts";
export { type ImageMode, imageModeOn } from "./interpret/image-mode.ts";
export { interpret } from "./interpret/interpret.ts";
export { mayRunOn, proposalThatMayRun } from "./interpret/may-run.ts";
export type {
  Interpretable,
  Interpretation,
  JobOutcome,
  JobResult,
  JobRun,
  Run,
  StepRun,
} from "./interpret/run.ts";
export { startsOn } from "./interpret/starts.ts";
export { defaultTimeoutMinutes, type Normalised, normalise } from "./normalise/normalise.ts";
export type { PlacedGate, RenderedFile, Synthesis, SynthesisInput, Target } from "./synthesis.ts";
export { synthesise, synthesiseEach, together } from "./synthesise.ts";
