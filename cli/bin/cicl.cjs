#!/usr/bin/env node
try {
  require("../dist/warm.cjs");
} catch (cause) {
  if (cause.code !== "MODULE_NOT_FOUND" || require("node:fs").existsSync(`${__dirname}/../dist/warm.cjs`)) throw cause;
  process.stderr.write("cicl isn't built yet: run `pnpm build` at the top of its repository, then try again.\n");
  process.exitCode = 2;
}
