import type { Job, Pipeline } from "@cicl/model";
import { jobOf, originOf, triggers } from "../../../../test/random/build.ts";
import { a, type Draft, one, onMain, refusals } from "../../../../test/random/refusals.ts";

const need = (name: string): Pipeline["required"] => [{ name: "merge", origin: originOf("required"), jobs: [name] }];

const filter = { include: ["src/**"], exclude: [] };

const before = (overrides: Partial<Job<"draft">>, needs?: readonly string[]): Draft => ({
  required: need("a"),
  jobs: [jobOf("b", { stage: "one", ...overrides }), a({ stage: "two", ...(needs ? { needs } : {}) })],
});

refusals("required jobs", [
  ["a job that always runs may be required", { required: need("a"), ...one({}) }],
  ["a condition is refused", { required: need("a"), ...one({ when: onMain }) }, "CICL2015"],
  ["an allowed failure is refused", { required: need("a"), ...one({ allowFailure: true }) }, "CICL2015"],
  [
    "a job that runs always, also behind failures, is refused",
    { required: need("a"), ...one({ runs: "always" }) },
    "CICL2015",
  ],
  ["a need with a condition is refused", before({ when: onMain }, ["b"]), "CICL2015"],
  ["a need that may fail is refused", before({ allowFailure: true }, ["b"]), "CICL2015"],
  ["a need that runs on failure only is refused", before({ runs: "on-failure" }, ["b"]), "CICL2015"],
  ["an earlier stage's skip is accepted", before({ when: onMain })],
  [
    "a need's need with a condition is refused",
    { required: need("a"), jobs: [jobOf("c", { when: onMain }), jobOf("b", { needs: ["c"] }), a({ needs: ["b"] })] },
    "CICL2015",
  ],
  ["a set that names no job is refused", { required: need("x"), ...one({}) }, "CICL2005"],
  [
    "a path filter on pushes is refused",
    { required: need("a"), triggers: [{ ...triggers.push, paths: filter }], ...one({}) },
    "CICL2015",
  ],
  [
    "a path filter on pull requests is refused",
    { required: need("a"), triggers: [{ ...triggers["pull-request"], paths: filter }], ...one({}) },
    "CICL2015",
  ],
  ["a path filter without required jobs is allowed", { triggers: [{ ...triggers.push, paths: filter }], ...one({}) }],
]);
