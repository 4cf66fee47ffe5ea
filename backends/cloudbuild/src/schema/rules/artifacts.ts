import { limits } from "./limits.ts";
import { invalid, type Path, type Problem, repeated, within } from "./problem.ts";
import { piecesOf } from "./reference.ts";
import { type BuildView, listOf, mapOf, textOf, textsOf } from "./view.ts";

/** Checks what the build is called by and keeps: tags, images, artifacts. */
export function checkArtifacts(build: BuildView): readonly Problem[] {
  const { artifacts, images, tags } = build;
  const own = textsOf(artifacts.images);
  const objects = mapOf(artifacts.objects);
  return [
    ...within(["tags"], "The build has", [tags.length, "tags"], limits.tags),
    ...tags.flatMap((tag, index) => (isTag(tag) ? [] : [noTag(tag, ["tags", index])])),
    ...checkImages(images, ["images"]),
    ...checkImages(own, ["artifacts", "images"]),
    ...(images.length > 0 && artifacts.images !== undefined && !same(images, own) ? [twoLists()] : []),
    ...(artifacts.objects === undefined ? [] : checkLocation(textOf(objects.location) ?? "")),
    ...checkPaths(textsOf(objects.paths), ["artifacts", "objects", "paths"]),
    ...listOf(artifacts.pythonPackages).flatMap((item, index) =>
      checkPaths(textsOf(mapOf(item).paths), ["artifacts", "pythonPackages", index, "paths"]),
    ),
    ...listOf(artifacts.mavenArtifacts).flatMap((item, index) =>
      checkMaven(item, ["artifacts", "mavenArtifacts", index]),
    ),
  ];
}

/** Built-in values may be missing, and then are empty; those of the file itself aren't known to be. */
function isTag(tag: string): boolean {
  const rest = piecesOf(tag).map((piece) => {
    if (piece.kind !== "reference") return piece.kind === "text" ? piece.text : "$";
    return piece.key.startsWith("_") ? "a" : "";
  });
  return /^\w[\w.-]{0,127}$/.test(rest.join(""));
}

function checkImages(images: readonly string[], path: Path): readonly Problem[] {
  return [
    ...within(path, "The build pushes", [images.length, "images"], limits.images),
    ...repeated(images).map(([index, image]) => twice(image, [...path, index])),
  ];
}

function checkPaths(paths: readonly string[], path: Path): readonly Problem[] {
  return [
    ...within(path, "The list has", [paths.length, "paths"], limits.artifactPaths),
    ...repeated(paths).map(([index, item]) => twice(item, [...path, index])),
    ...paths.flatMap((item, index) => (/^\S+$/.test(item) ? [] : [blank(item, [...path, index])])),
  ];
}

function checkLocation(location: string): readonly Problem[] {
  if (/^gs:\/\/[^/]+/.test(location)) return [];
  return [
    invalid(["artifacts", "objects", "location"], {
      what: `"${location}" is no folder of Cloud Storage.`,
      why: "Cloud Build keeps files nowhere else.",
      fix: "Write gs://<bucket>/<folder>/.",
    }),
  ];
}

function checkMaven(item: unknown, path: Path): readonly Problem[] {
  const map = mapOf(item);
  if ((map.path === undefined) !== (map.deployFolder === undefined)) return [];
  return [
    invalid(path, {
      what: 'A Maven artifact needs either "path" or "deployFolder".',
      why: "With both or neither Cloud Build doesn't know what to keep.",
      fix: "State one of them.",
    }),
  ];
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((image) => right.includes(image));
}

function noTag(tag: string, path: Path): Problem {
  return invalid(path, {
    what: `"${tag}" is no tag, or might be empty.`,
    why: "Cloud Build refuses the build.",
    fix: "Use at most 128 letters, digits, dots, dashes and underscores, of which some don't come from the run.",
  });
}

function twice(value: string, path: Path): Problem {
  return invalid(path, {
    what: `"${value}" is listed twice.`,
    why: "Cloud Build refuses the repetition.",
    fix: "Remove one of them.",
  });
}

function blank(value: string, path: Path): Problem {
  return invalid(path, {
    what: `The path "${value}" is empty or holds a blank.`,
    why: "Cloud Build refuses such paths.",
    fix: "Copy the file to a path without blanks first.",
  });
}

function twoLists(): Problem {
  return invalid(["artifacts", "images"], {
    what: 'The lists "images" and "artifacts.images" differ.',
    why: "Cloud Build refuses two lists that don't say the same.",
    fix: "Remove one of them.",
  });
}
