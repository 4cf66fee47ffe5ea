import type { Condition } from "@cicl/model";
import { imageOf, outputOf, triggers } from "../../../../test/random/build.ts";
import { a, type Draft, one, onMain, reading, refusals } from "../../../../test/random/refusals.ts";

const both = [triggers.push, triggers["pull-request"]];

const pushOrTag: Condition = {
  kind: "or",
  of: [
    { kind: "event", event: "push" },
    { kind: "event", event: "tag" },
  ],
};

const scan = (when?: Condition): Draft => ({
  triggers: both,
  jobs: [imageOf("app"), a({ ...reading(outputOf("app", "digest")), ...(when ? { when } : {}) })],
});

refusals("images", [
  ["a digest is read where the image is pushed", scan(onMain)],
  ["a digest isn't read on a pull request", scan(), "CICL2014"],
  ["an image without a condition is promoted", { triggers: [triggers.push, triggers.tag], jobs: [imageOf("app")] }],
  [
    "an image that some pushes skip isn't promoted",
    {
      triggers: [triggers.push, triggers.tag],
      jobs: [imageOf("app", { when: { kind: "not", of: { kind: "branch", pattern: "dev" } } })],
    },
    "CICL2014",
  ],
  [
    "an image that every push builds is promoted",
    { triggers: [triggers.push, triggers.tag], jobs: [imageOf("app", { when: pushOrTag })] },
  ],
  [
    "an image that runs on a branch alone has nothing to promote",
    { triggers: [triggers.push, triggers.tag], jobs: [imageOf("app", { when: onMain })] },
  ],
  ["only an image job builds an image", one({ steps: imageOf("app").steps }), "CICL2004"],
  ["an image job builds one", { jobs: [imageOf("app", { steps: [], outputs: [] })] }, "CICL2004"],
]);
