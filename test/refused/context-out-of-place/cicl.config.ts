import { defineConfig } from "cicl";

export default defineConfig({
  targets: { github: {} },
  policy: { name: "none", requires: [], tokenMaxAgeHours: 24 },
});
