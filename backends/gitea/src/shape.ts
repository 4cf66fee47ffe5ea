import { jobShape, type Shape, triggerShape, workflowShape } from "@cicl/actions-tree";

/**
 * The keys that the server decodes; it drops every other without a word.
 * Source: the server's job parser and its list of events.
 */
export const giteaShape: Shape = {
  ...workflowShape,
  on: { ...triggerShape, schedule: { cron: true } },
  jobs: { "*": jobShape },
};
