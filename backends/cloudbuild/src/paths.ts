import type { Pipeline } from "@cicl/model";

/** The folder of `pipeline.ts`, relative to the root; empty at the root. */
export function folderOf({ source }: Pick<Pipeline, "source">): string {
  return source.includes("/") ? source.slice(0, source.lastIndexOf("/")) : "";
}

/** Joins a folder and a path below it; `.` and empty parts vanish. */
export function joinPath(folder: string, path: string): string {
  return [...folder.split("/"), ...path.split("/")].filter((part) => part !== "" && part !== ".").join("/");
}
