import { type EventName, eventNames, type Pipeline } from "@cicl/model";

/** The events that builds are rendered for; the capabilities refuse all others. */
export const supportedEvents = ["push", "tag", "pull-request"] as const satisfies readonly EventName[];
export type SupportedEvent = (typeof supportedEvents)[number];

/** The events on which a pipeline starts, in the model's order. */
export function eventsOf(pipeline: Pick<Pipeline, "triggers">): readonly SupportedEvent[] {
  const started = eventNames.filter((name) => pipeline.triggers.some((trigger) => trigger.kind === name));
  return supportedEvents.filter((name) => started.includes(name));
}

/** The name of an event's build: the pipeline's, with the event where there are several. */
export function partOf(
  pipeline: Pick<Pipeline, "name" | "triggers">,
  event: SupportedEvent,
  separator: "." | "-",
): string {
  return eventsOf(pipeline).length === 1 ? pipeline.name : `${pipeline.name}${separator}${event}`;
}

/** The path of an event's build file, relative to the root. */
export function buildPath(pipeline: Pick<Pipeline, "name" | "triggers">, event: SupportedEvent): string {
  return `cloudbuild/${partOf(pipeline, event, ".")}.yaml`;
}

/** The path of an event's trigger file, relative to the root. */
export function triggerPath(pipeline: Pick<Pipeline, "name" | "triggers">, event: SupportedEvent): string {
  return `cloudbuild/triggers/${partOf(pipeline, event, ".")}.yaml`;
}
