import { shellWord } from "../shell/quote.ts";

/** Files of a working copy that are to be kept: the folder that they are kept below, and patterns inside it. */
export interface Selection {
  readonly root: string;
  readonly patterns: readonly string[];
}

const wildcard = /[*?]/;

/**
 * Chooses the folder that kept files are named from: the deepest one that holds everything that is asked for, as
 * artifacts of the other engines have it.
 * @param paths globs, relative to the working copy
 * @returns `undefined` where the shell can't expand one: a `**` in the middle, or an exclusion (`!…`)
 */
export function selectionOf(paths: readonly string[]): Selection | undefined {
  const plain = paths.map((path) => (path.endsWith("/**") ? path.slice(0, -3) : path).replace(/\/+$/, "") || ".");
  if (plain.some((path) => path.includes("**") || path.startsWith("!"))) return undefined;
  const folders = plain.map(fixedPart);
  const root = folders.reduce((left, right) => commonFolder(left, right));
  return { root: root.join("/"), patterns: plain.map((path) => path.split("/").slice(root.length).join("/") || ".") };
}

/** The parts of a path before the first one with a wildcard. */
function fixedPart(path: string): readonly string[] {
  const parts = path === "." ? [] : path.split("/");
  const first = parts.findIndex((part) => wildcard.test(part));
  return first < 0 ? parts : parts.slice(0, first);
}

function commonFolder(left: readonly string[], right: readonly string[]): readonly string[] {
  const end = left.findIndex((part, index) => part !== right[index]);
  return end < 0 ? left : left.slice(0, end);
}

/**
 * A script that copies the selected files to a folder, names below the selection's root kept.
 * @param folder where to
 * @param ifMissing what happens when there is no file
 */
export function collectScript(selection: Selection, folder: string, ifMissing: "fail" | "ignore"): string {
  const { root, patterns } = selection;
  const [only = "."] = patterns;
  const enter = root === "" ? "." : shellWord(root);
  // One path without wildcards may be a file, which is named from its own folder.
  const single =
    only === "." && patterns.length === 1 && root !== ""
      ? [
          `if [ -f ${enter} ]; then`,
          `  set -- ${shellWord(root.split("/").at(-1) ?? root)}`,
          `  cd ${shellWord(root.split("/").slice(0, -1).join("/") || ".")}`,
          `elif [ -d ${enter} ]; then`,
          "  set -- .",
          `  cd ${enter}`,
          "else",
          "  set --",
          "fi",
        ]
      : [
          `if [ -d ${enter} ]; then`,
          `  cd ${enter}`,
          `  set -- ${patterns.map(globWord).join(" ")}`,
          "else",
          "  set --",
          "fi",
        ];
  return [
    `kept=${shellWord(folder)}`,
    'rm -rf "$kept"',
    'mkdir -p "$kept"',
    'chmod a+rwx "$kept"',
    ...single,
    'for file in "$@"; do',
    '  if [ -e "$file" ] || [ -L "$file" ]; then',
    '    mkdir -p "$kept/$(dirname "./$file")"',
    '    cp -a "./$file" "$kept/$(dirname "./$file")/"',
    "  fi",
    "done",
    // Whichever user a later job's image has.
    'chmod -R a+rX "$kept"',
    `if [ -z "$(find "$kept" ! -type d | head -n 1)" ]; then`,
    ...(ifMissing === "fail"
      ? ['  echo "There is no file to keep." >&2', "  exit 1"]
      : ['  echo "There is no file to keep."', "  exit 0"]),
    "fi",
  ].join("\n");
}

/** A glob as the shell expands it: only its wildcards stand outside quotes. */
function globWord(glob: string): string {
  return glob
    .split(/([*?])/)
    .map((part) => (part === "" || wildcard.test(part) ? part : shellWord(part)))
    .join("");
}
