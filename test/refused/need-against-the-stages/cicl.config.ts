import { defineConfig } from "cicl";

export default defineConfig({ targets: { github: {} } });
