import { error } from "@cicl/diagnostics";
import { topologicalOrder } from "@cicl/model";
import type { Rule } from "./rule.ts";

/** Order, needs and gates together: a pipeline without a cycle can have one once the gates are in their place. */
export const noCycle: Rule = {
  id: "no-cycle",
  title: "No job waits for itself",
  check(pipeline) {
    const needs = new Map(pipeline.jobs.map((job) => [job.id, job.edges.map((edge) => edge.from)]));
    const { cycle } = topologicalOrder([...needs.keys()], (id) => needs.get(id) ?? []);
    const start = pipeline.jobs.find((job) => cycle?.includes(job.id));
    if (!cycle || !start) return [];
    return [
      error(
        "CICL2006",
        {
          what: `The jobs ${[...cycle, cycle[0]].join(" → ")} wait for each other once the gates are in their place.`,
          why: "None of them could ever start.",
          fix: "Declare the gate in a stage before everything that publishes, and without needs on what it guards.",
        },
        { origin: start.origin },
      ),
    ];
  },
};
