import type { Expression, Matrix } from "@cicl/model";
import { jobOf, originOf, outputOf, writes } from "../../../../test/random/build.ts";
import { a, is, one, reading, refusals } from "../../../../test/random/refusals.ts";

const matrix = (overrides: Partial<Matrix> = {}): Matrix => ({
  origin: originOf("matrix"),
  vectors: [{ key: "os", values: ["linux", "macos"] }],
  include: [],
  exclude: [],
  failFast: false,
  ...overrides,
});

const key = (name: string): Expression => ({ kind: "matrix", key: name });

refusals("matrices", [
  ["a leg reads its values", one({ matrix: matrix(), ...reading(key("os")) })],
  [
    "a leg reads what only an include names",
    one({ matrix: matrix({ include: [{ os: "linux", extra: 1 }] }), ...reading(key("extra")) }),
  ],
  ["a value outside a matrix is refused", one(reading(key("os"))), "CICL2018"],
  ["an unknown key is refused", one({ matrix: matrix(), ...reading(key("arch")) }), "CICL2011"],
  ["a value in the job's condition is refused", one({ matrix: matrix(), when: is(key("os")) }), "CICL2018"],
  ["an empty vector is refused", one({ matrix: matrix({ vectors: [{ key: "os", values: [] }] }) }), "CICL2011"],
  [
    "a matrix without legs is refused",
    one({ matrix: matrix({ exclude: [{ os: "linux" }, { os: "macos" }] }) }),
    "CICL2011",
  ],
  ["a matrix of includes alone is allowed", one({ matrix: matrix({ vectors: [], include: [{ os: "linux" }] }) })],
  ["an exclude by an unknown key is refused", one({ matrix: matrix({ exclude: [{ arch: "x64" }] }) }), "CICL2011"],
  [
    "a key named twice is refused",
    one({
      matrix: matrix({
        vectors: [
          { key: "os", values: [1] },
          { key: "os", values: [2] },
        ],
      }),
    }),
    "CICL2011",
  ],
  [
    "a value named twice is refused",
    one({ matrix: matrix({ vectors: [{ key: "os", values: [1, "1"] }] }) }),
    "CICL2011",
  ],
  [
    "an output of a matrix can't be read",
    { jobs: [jobOf("b", { matrix: matrix(), outputs: writes("x") }), a(reading(outputOf("b", "x")))] },
    "CICL2018",
  ],
]);
