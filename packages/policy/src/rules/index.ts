import { everyPullRequest } from "./every-pull-request.ts";
import { noCycle } from "./no-cycle.ts";
import { noPathFilter } from "./no-path-filter.ts";
import { noSkippableGate } from "./no-skippable-gate.ts";
import { oneVerdict } from "./one-verdict.ts";
import { publishingWaits } from "./publishing-waits.ts";
import type { Rule } from "./rule.ts";

/** Everything that is checked of a pipeline with its gates, in the order in which it is reported. */
export const rules: readonly Rule[] = [
  noPathFilter,
  everyPullRequest,
  oneVerdict,
  noSkippableGate,
  publishingWaits,
  noCycle,
];
