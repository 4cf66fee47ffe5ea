// Loaded into a run that is measured: writes down the most memory that it has had, in KiB.
process.on("exit", () => {
  require("node:fs").writeFileSync(process.env.CICL_BENCH_PEAK ?? "/dev/null", String(process.resourceUsage().maxRSS));
});
