#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const program = join(__dirname, "..", "dist", "cicl.cjs");
if (existsSync(program)) {
  require(program);
} else {
  process.stderr.write("cicl isn't built yet: run `pnpm build` at the top of its repository, then try again.\n");
  process.exitCode = 2;
}
