import type { ImageStep } from "@cicl/model";

/** The builder that image scripts share; the plain docker driver can't say the digest of what it pushed. */
const builder = "cicl";

/** Builds the image and keeps nothing: what a pull request shows is that it can be built. */
export function buildImageScript(step: ImageStep): string {
  return [...epoch, ...useBuilder, buildCommand(step, ["--output type=cacheonly"])].join("\n");
}

/**
 * Builds the image of a commit once and pushes it, or takes the one that an earlier run of the commit pushed.
 * Expects `IMAGE_REPOSITORY`, `IMAGE_CONTEXT`, `IMAGE_FILE` and `COMMIT_SHA` in the environment, and writes `digest`.
 */
export function pushImageScript(step: ImageStep): string {
  const push = [
    '--label "org.opencontainers.image.revision=$COMMIT_SHA"',
    '--tag "$IMAGE_REPOSITORY:$COMMIT_SHA"',
    "--push",
  ];
  return [
    `if digest=$(${lookup} 2> /dev/null); then`,
    '  echo "The image of $COMMIT_SHA was built before: $digest"',
    "else",
    ...[...epoch, ...useBuilder, buildCommand(step, push)]
      .flatMap((line) => line.split("\n"))
      .map((line) => `  ${line}`),
    `  digest=$(${lookup})`,
    "fi",
    ...yieldDigest,
  ].join("\n");
}

/** Looks up the image that the branch's run of the same commit pushes, for up to ten minutes; never builds. */
export function promoteImageScript(): string {
  return [
    "tries=60",
    `until digest=$(${lookup} 2> /dev/null); do`,
    "  tries=$((tries - 1))",
    '  if [ "$tries" -eq 0 ]; then',
    '    echo "There is no image $IMAGE_REPOSITORY:$COMMIT_SHA: run the pipeline on the branch of this commit first." >&2',
    "    exit 1",
    "  fi",
    "  sleep 10",
    "done",
    ...yieldDigest,
  ].join("\n");
}

/** Logs in to the registry; expects `REGISTRY`, `REGISTRY_USERNAME` and `REGISTRY_PASSWORD` in the environment. */
export const loginScript = `printf '%s' "$REGISTRY_PASSWORD" | docker login "$REGISTRY" --username "$REGISTRY_USERNAME" --password-stdin`;

/** The host of a registry, as `docker login` takes it. */
export function registryOf(repository: string): string {
  const [host = ""] = repository.split("/");
  return /[.:]|^localhost$/.test(host) && repository.includes("/") ? host : "docker.io";
}

const lookup = `docker buildx imagetools inspect "$IMAGE_REPOSITORY:$COMMIT_SHA" --format '{{.Manifest.Digest}}'`;

/** Timestamps inside the image are those of the commit, so that the same commit gives the same bytes. */
const epoch = ["SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)", "export SOURCE_DATE_EPOCH"];

const useBuilder = [
  `docker buildx inspect ${builder} > /dev/null 2>&1 || docker buildx create --name ${builder} --driver docker-container`,
];

const yieldDigest = [
  'case "$digest" in',
  '  sha256:*) echo "digest=$digest" >> "$CICL_OUTPUT" ;;',
  '  *) echo "The registry names no digest for $IMAGE_REPOSITORY:$COMMIT_SHA." >&2; exit 1 ;;',
  "esac",
];

/** The variable that carries a build argument's value: a name of its own, whatever the argument is called. */
export function buildArgVariable(index: number): string {
  return `BUILD_ARG_${index + 1}`;
}

function buildCommand(step: ImageStep, options: readonly string[]): string {
  return [
    `docker buildx build --builder ${builder} --file "$IMAGE_FILE"`,
    ...(step.target === undefined ? [] : ['--target "$IMAGE_TARGET"']),
    ...(step.platforms.length === 0 ? [] : ['--platform "$IMAGE_PLATFORMS"']),
    ...step.buildArgs.map(({ name }, index) => `--build-arg "${name}=$${buildArgVariable(index)}"`),
    ...options,
    '"$IMAGE_CONTEXT"',
  ].join(" \\\n  ");
}
