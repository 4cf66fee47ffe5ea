import { type Diagnostic, warning } from "@cicl/diagnostics";
import { lockFile, openDisk, planWrites, type World } from "@cicl/host";

/** How many files a sentence names. */
const most = 5;

/**
 * Warns of rendered files where no pipeline is left at all: nothing says whether they went on purpose, so nothing is
 * deleted, but the engines still run them.
 * @param root absolute
 * @param folders that rendered files stand in, each with its target
 */
export function leftBehind(
  root: string,
  folders: Parameters<ReturnType<typeof planWrites>["finish"]>[0]["folders"],
  world: World,
): readonly Diagnostic[] {
  const plan = planWrites(openDisk(root, world)).finish({ lock: { path: lockFile, text: "" }, folders });
  const paths = plan.entries.filter(({ status }) => status === "deleted").map(({ path }) => path);
  if (paths.length === 0) return [];
  const more = paths.length > most ? ` and ${paths.length - most} more` : "";
  return [
    warning("CICL1019", {
      what: `No pipeline is left, but its rendered files are: ${paths.slice(0, most).join(", ")}${more}.`,
      why: "The engines still run them, and nothing keeps them current.",
      fix: "Delete them with the pipeline, or bring the pipeline back.",
    }),
  ];
}
