import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Servers of tests are on this machine, whatever proxy it uses; the workers start with this environment.
for (const name of ["NO_PROXY", "no_proxy"]) {
  process.env[name] = [process.env[name], "127.0.0.1"].filter(Boolean).join(",");
}

/** The samples import what users install. */
const cicl = (name: string): string => fileURLToPath(new URL(`cli/src/${name}.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^cicl$/, replacement: cicl("index") },
      { find: /^cicl\/policy$/, replacement: cicl("policy") },
      { find: /^cicl\/gates$/, replacement: cicl("gates") },
    ],
  },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "backends/*/src/**/*.test.ts",
      "cli/src/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    // Nothing is written into the user's own cache.
    env: { CICL_CACHE_DIR: join(tmpdir(), "cicl-test-cache") },
    // The official parsers import their own files in a way that only a bundler resolves.
    server: { deps: { inline: [/@actions\//] } },
    reporters: ["default", "./scripts/reporter.mjs"],
  },
});
