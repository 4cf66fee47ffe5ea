import { z } from "zod";
import { text, texts } from "./basics.ts";

/** What a build keeps when all of its steps have succeeded. */
export const artifacts = z.strictObject({
  images: texts.exactOptional(),
  objects: z.strictObject({ location: text, paths: texts }).exactOptional(),
  mavenArtifacts: z
    .array(
      z.strictObject({
        repository: text,
        path: text.exactOptional(),
        deployFolder: text.exactOptional(),
        artifactId: text.exactOptional(),
        groupId: text.exactOptional(),
        version: text.exactOptional(),
      }),
    )
    .exactOptional(),
  goModules: z
    .array(
      z.strictObject({
        repositoryName: text,
        repositoryLocation: text,
        repositoryProjectId: text.exactOptional(),
        sourcePath: text,
        modulePath: text,
        moduleVersion: text,
      }),
    )
    .exactOptional(),
  pythonPackages: z.array(z.strictObject({ repository: text, paths: texts })).exactOptional(),
  npmPackages: z.array(z.strictObject({ repository: text, packagePath: text })).exactOptional(),
  oci: z.array(z.strictObject({ file: text, registryPath: text, tags: texts.exactOptional() })).exactOptional(),
  genericArtifacts: z.array(z.strictObject({ folder: text, registryPath: text })).exactOptional(),
});
