// Writes the declarations of what users import, next to the modules themselves: all that they say of our rooms inside.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const top = fileURLToPath(new URL("../", import.meta.url));
const modules = ["index", "actions", "gates", "policy"];

/** Leads an import of a room to its source; otherwise it would stay, and name a package that nobody can install. */
const rooms = {
  name: "rooms",
  resolveId: (id, importer) => (id.startsWith("@cicl/") ? createRequire(importer).resolve(id) : null),
};

/** Types that are shared and have no public name matter only to programs that emit declarations; pipelines don't. */
const isHarmless = ({ message }) => message.includes("private shared type");

const bundle = await rollup({
  input: Object.fromEntries(modules.map((name) => [name, `${top}cli/src/${name}.ts`])),
  plugins: [rooms, dts({ tsconfig: `${top}tsconfig.json` })],
  onwarn(warning) {
    if (!isHarmless(warning)) throw new Error(warning.message);
  },
});
const { output } = await bundle.write({
  dir: `${top}cli/dist`,
  entryFileNames: "[name].d.ts",
  chunkFileNames: "[name].d.ts",
  manualChunks: (file) => (file.startsWith(`${top}cli/`) ? null : "types"),
});
await bundle.close();

const outside = output.flatMap((file) =>
  file.imports.filter((name) => !output.some((other) => other.fileName === name)),
);
if (outside.length > 0) throw new Error(`The declarations import ${outside.join(", ")}, which users don't have.`);
