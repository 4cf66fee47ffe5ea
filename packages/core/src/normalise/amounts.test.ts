import { environmentOf, originOf, writes } from "../../../../test/random/build.ts";
import { a, one, refusals } from "../../../../test/random/refusals.ts";

const checkout = { depth: 1, submodules: false, lfs: false };

refusals("amounts", [
  ["a depth of nought means all", one({ checkout: { ...checkout, depth: 0 } })],
  ["a negative depth is refused", one({ checkout: { ...checkout, depth: -1 } }), "CICL2004"],
  ["half a minute is refused", one({ timeoutMinutes: 0.5 }), "CICL2004"],
  ["a timeout that is no number is refused", one({ timeoutMinutes: Number.NaN }), "CICL2004"],
  ["one try is no retry", one({ retry: { attempts: 1, delaySeconds: 0 } }), "CICL2004"],
  [
    "a coverage of 79.5 per cent is allowed",
    one({ reports: [{ kind: "coverage", origin: originOf("r"), paths: ["l"], minimum: 79.5 }] }),
  ],
  [
    "a coverage above 100 per cent is refused",
    one({ reports: [{ kind: "coverage", origin: originOf("r"), paths: ["l"], minimum: 101 }] }),
    "CICL2004",
  ],
  ["an output of a step that isn't there is refused", one({ steps: [], outputs: writes("x") }), "CICL2004"],
  [
    "an approval by nobody is refused",
    { jobs: [a()], environments: [environmentOf("p", { approval: { count: 0, by: [] } })] },
    "CICL2004",
  ],
]);
