import { defineConfig } from "cicl";
import { baseline } from "cicl/policy";

export default defineConfig({
  targets: {
    gitea: { version: "1.27", runner: "3.3" },
    github: {},
  },
  policy: baseline(),
});
