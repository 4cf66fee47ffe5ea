import { defineConfig } from "cicl";

/** The constructs are shown by themselves, so no policy adds gates to them. */
export default defineConfig({
  targets: { github: {} },
  policy: { name: "none", requires: [], tokenMaxAgeHours: 24 },
});
