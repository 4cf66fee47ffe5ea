import { bindingOf, environmentOf, jobOf, writes } from "../../../../test/random/build.ts";
import { a, one, refusals } from "../../../../test/random/refusals.ts";

refusals("names", [
  ["an id with a capital letter is refused", { jobs: [jobOf("Unit")] }, "CICL2001"],
  ["an id of 64 characters is refused", { jobs: [jobOf("a".repeat(64))] }, "CICL2001"],
  ["an id of 63 characters is allowed", { jobs: [jobOf("a".repeat(63))] }],
  ["an id used twice is refused", { jobs: [a(), a()] }, "CICL2002"],
  ["ids that differ in case are the same", { jobs: [a(), jobOf("A")] }, "CICL2001", "CICL2002"],
  ["the id of the aggregate is reserved", { jobs: [jobOf("cicl-gate")] }, "CICL4005"],
  ["every id that starts with cicl- is reserved", { jobs: [jobOf("cicl-x")] }, "CICL4005"],
  ["an id that starts with cicl is free", { jobs: [jobOf("cicl")] }],
  ["the role of the aggregate is reserved", one({ role: "aggregate" }), "CICL4005"],
  ["a stage used twice is refused", { stages: ["main", "Main"], jobs: [a()] }, "CICL2002"],
  ["a job in no stage of the pipeline is refused", { stages: ["other"], jobs: [a()] }, "CICL2004"],
  [
    "environments that differ in a hyphen are the same",
    { jobs: [a()], environments: [environmentOf("eu-1"), environmentOf("EU_1")] },
    "CICL2002",
  ],
  ["an output used twice is refused", one({ outputs: writes("x", "X") }), "CICL2002"],
  ["a variable with a hyphen is refused", one({ env: [bindingOf("A-B", { kind: "literal", value: "" })] }), "CICL2001"],
  ["a pipeline name with a slash is refused", { name: "a/b", jobs: [a()] }, "CICL2001"],
  ["a pipeline without jobs is refused", { stages: ["main"], jobs: [] }, "CICL2017"],
  ["a pipeline without triggers is refused", { jobs: [a()], triggers: [] }, "CICL2017"],
]);
