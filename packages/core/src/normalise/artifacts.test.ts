import type { Matrix, Step, UploadStep } from "@cicl/model";
import { jobOf, originOf } from "../../../../test/random/build.ts";
import { a, one, refusals } from "../../../../test/random/refusals.ts";

const matrix = (overrides: Partial<Matrix> = {}): Matrix => ({
  origin: originOf("matrix"),
  vectors: [{ key: "os", values: ["linux", "macos"] }],
  include: [],
  exclude: [],
  failFast: false,
  ...overrides,
});

const upload = (artifact: string): UploadStep => ({
  kind: "upload",
  origin: originOf("upload", artifact),
  runs: "on-success",
  allowFailure: false,
  artifact,
  paths: ["dist"],
  ifMissing: "fail",
});

const perTarget = (targets: Readonly<Record<string, readonly Step[]>>): Step => ({
  kind: "per-target",
  origin: originOf("per-target"),
  runs: "on-success",
  allowFailure: false,
  targets,
});

refusals("artifacts", [
  [
    "two jobs can't upload one name",
    { jobs: [a({ steps: [upload("dist")] }), jobOf("b", { steps: [upload("Dist")] })] },
    "CICL2016",
  ],
  [
    "an upload can't take the name of a kept report",
    one({
      steps: [upload("a-junit")],
      reports: [{ kind: "junit", origin: originOf("report"), paths: ["r.xml"] }],
    }),
    "CICL2016",
  ],
  ["two steps can't upload one name", one({ steps: [upload("dist"), upload("dist")] }), "CICL2016"],
  [
    "alternatives for different targets may",
    one({ steps: [perTarget({ github: [upload("dist")], gitea: [upload("dist")] })] }),
  ],
  ["steps for one target can't", one({ steps: [upload("dist"), perTarget({ github: [upload("dist")] })] }), "CICL2016"],
  ["the legs of a matrix can't", one({ matrix: matrix(), steps: [upload("dist")] }), "CICL2016"],
]);
