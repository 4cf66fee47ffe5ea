import { main } from "./program.ts";
import { processTerminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Ends the process once everything is printed, whatever timers or connections a pipeline has left behind. */
function leave(code: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

main(process.argv.slice(2), processTerminal()).then(leave, (cause: unknown) => {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(
    `Sorry, cicl itself has failed; your pipeline isn't to blame. Nothing can be said about the files.
Please report the following, together with the pipeline that shows it:

cicl ${version}, Node ${process.version}, ${process.platform} ${process.arch}
${stack}
`,
  );
  leave(3);
});
