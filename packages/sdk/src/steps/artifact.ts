import { type DownloadStep, deepFreeze, type UploadStep } from "@cicl/model";
import { days } from "../check/duration.ts";
import { fail } from "../check/fail.ts";
import { artifactName } from "../check/names.ts";
import { artifactPath } from "../check/path.ts";
import { list, object, oneOf, optional, withDefault } from "../check/reader.ts";
import type { Exact } from "../exact.ts";
import { originHere } from "../origin.ts";
import { registry, type Sealed } from "../sealed.ts";
import { asModel, makeStep, type Step, type StepOptions, stepShape } from "./step.ts";

/** The step that keeps an artifact, and what `download` takes. */
export interface Artifact extends Sealed<{ step: never; artifact: true }> {}

export interface UploadOptions extends StepOptions {
  /** Globs of files to keep. */
  readonly paths: readonly string[];
  /** Days, e.g. `30d`; absent means what the engine keeps by default. */
  readonly retention?: string;
  /** What to do when no file matches; `fail` by default. */
  readonly ifMissing?: "fail" | "ignore";
}

export interface DownloadOptions extends StepOptions {
  /** The folder that it is unpacked into; the working folder by default. */
  readonly path?: string;
}

const artifacts = registry<Artifact, UploadStep>();
const sources = new WeakMap<DownloadStep, UploadStep>();

/**
 * Keeps files as an artifact.
 * @param name the artifact's name, unique in its pipeline
 * @returns a step that `download` takes as well
 */
export function upload<const O extends UploadOptions>(name: string, options: O & Exact<O, UploadOptions>): Artifact {
  const origin = originHere();
  const { retention, ...read } = object("An upload", {
    ...stepShape,
    paths: list(artifactPath, 1),
    retention: optional(days),
    ifMissing: withDefault(oneOf("fail", "ignore"), "fail"),
  })(options, origin);
  const node: UploadStep = deepFreeze({
    kind: "upload",
    origin,
    artifact: artifactName(name, origin),
    ...asModel(read),
    ...(retention === undefined ? {} : { retentionDays: retention }),
  });
  const handle = {};
  makeStep(node, handle);
  return artifacts.seal(handle, node);
}

/** Brings an artifact of another job, which is then needed. @param artifact what `upload` returned */
export function download<const O extends DownloadOptions = Record<never, never>>(
  artifact: Artifact,
  options?: O & Exact<O, DownloadOptions>,
): Step {
  const origin = originHere();
  const source = artifacts.open(artifact);
  if (!source) {
    fail(
      "CICL2016",
      {
        what: "What is to be downloaded isn't an artifact.",
        why: "A download needs the job that uploads, which only the upload itself knows.",
        fix: 'Pass what "upload" returned.',
      },
      origin,
    );
  }
  const shape = object("A download", { ...stepShape, path: withDefault(artifactPath, ".") });
  // The uploading job is filled in by the pipeline, which knows the job that holds the upload.
  const node: DownloadStep = deepFreeze({
    kind: "download",
    origin,
    artifact: source.artifact,
    job: "",
    ...asModel(shape(options ?? {}, origin)),
  });
  sources.set(node, source);
  return makeStep(node);
}

/** The upload that a download reads. */
export function uploadOf(node: DownloadStep): UploadStep | undefined {
  return sources.get(node);
}
