import { test } from "vitest";
import { expectRow, one, type Row, times } from "./rows.fixture.ts";

const objects = (paths: readonly string[], location = "gs://bucket/folder/") =>
  one({}, { artifacts: { objects: { location, paths } } });
const numbered = (count: number) => times(count, (index) => `n${index}`);
const maven = (item: object) => one({}, { artifacts: { mavenArtifacts: [{ repository: "r", ...item }] } });
const python = (...paths: readonly string[]) =>
  one({}, { artifacts: { pythonPackages: [{ repository: "r", paths }] } });
const dependency = (item: object) => one({}, { dependencies: [item] });
const source = { revision: "main", destPath: "lib" };

const rows: readonly Row[] = [
  ["a build has 64 tags", one({}, { tags: numbered(64) }), one({}, { tags: numbered(65) }), "tags"],
  ["a tag has 128 characters", one({}, { tags: ["a".repeat(128)] }), one({}, { tags: ["a".repeat(129)] }), "tags.0"],
  ["a tag begins with a letter, digit or underscore", one({}, { tags: ["_a.-"] }), one({}, { tags: ["-a"] }), "tags.0"],
  [
    "a tag doesn't come from the run alone",
    one({}, { tags: ["v-$TAG_NAME"] }),
    one({}, { tags: ["$TAG_NAME"] }),
    "tags.0",
  ],
  ["a build pushes 100 images", one({}, { images: numbered(100) }), one({}, { images: numbered(101) }), "images"],
  ["an image is pushed once", one({}, { images: ["a", "b"] }), one({}, { images: ["a", "a"] }), "images.1"],
  [
    "both lists of images are the same",
    one({}, { images: ["a", "b"], artifacts: { images: ["b", "a"] } }),
    one({}, { images: ["a"], artifacts: { images: ["b"] } }),
    "artifacts.images",
  ],
  ["a hundred paths are kept", objects(numbered(100)), objects(numbered(101)), "artifacts.objects.paths"],
  ["a path is kept once", objects(["a", "b"]), objects(["a", "a"]), "artifacts.objects.paths.1"],
  ["a path has no blank", objects(["a"]), objects(["a b"]), "artifacts.objects.paths.0"],
  ["files are kept in Cloud Storage", objects(["a"]), objects(["a"], "s3://bucket"), "artifacts.objects.location"],
  ["a Python package's path has no blank", python("dist/*"), python("dist/a b"), "artifacts.pythonPackages.0.paths.0"],
  [
    "a Maven artifact is a file or a folder",
    maven({ path: "a.jar" }),
    maven({ path: "a.jar", deployFolder: "a" }),
    "artifacts.mavenArtifacts.0",
  ],
  ["a Maven artifact is something", maven({ deployFolder: "a" }), maven({}), "artifacts.mavenArtifacts.0"],
  [
    "a dependency is of one kind",
    dependency({ empty: true }),
    dependency({ empty: true, genericArtifact: {} }),
    "dependencies.0",
  ],
  [
    "a repository has one address",
    dependency({ gitSource: { repository: { url: "u" }, ...source } }),
    dependency({ gitSource: { repository: {}, ...source } }),
    "dependencies.0.gitSource.repository",
  ],
];

test.each(rows)("%s", (...row) => expectRow(row));
