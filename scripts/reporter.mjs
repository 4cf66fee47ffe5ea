/**
 * A vitest reporter that says the outcome in one plain line, the very last of the run: `12 passed, 0 failed`, and
 * `, 1 skipped` where a test was. A file that can't be collected, an error outside any test and a run without tests
 * count as failed, as they fail the run.
 */
export default class Totals {
  #line = "0 passed, 1 failed";

  onInit(vitest) {
    if (!vitest.config.watch) process.once("exit", () => process.stdout.write(`${this.#line}\n`));
  }

  onTestRunEnd(modules, unhandledErrors) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state) => states.filter((found) => found === state).length;
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0).length;
    const passed = count("passed");
    const empty = states.length === 0 && broken === 0 && unhandledErrors.length === 0 ? 1 : 0;
    const failed = count("failed") + broken + unhandledErrors.length + empty;
    const skipped = states.length - passed - count("failed");
    this.#line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  }
}
