import type { Diagnostic } from "@cicl/diagnostics";
import type { Pipeline, Unbranded } from "@cicl/model";

/** A pipeline whose edges and defaults are set and which nothing has vouched for yet. Its edges may hold cycles. */
export type Unchecked = Unbranded<"normalised">;

/** One rule about pipelines; it only reads. */
export type Check = (pipeline: Unchecked) => readonly Diagnostic[];

/** One rule about what a pipeline says, before anything was derived from it. */
export type DraftCheck = (draft: Pipeline<"draft">) => readonly Diagnostic[];
