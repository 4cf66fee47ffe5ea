import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Tools of others over what is rendered; they are fetched, so they stay out of `pnpm test`. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({ test: { include: ["test/engines/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 } }),
);
