/** A version as tags of actions name it: `v1.2.3`, or `1.2.3`. */
export interface Version {
  /** The tag. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Whether it is a finished one: `v1.2.3-rc.1` isn't. */
  readonly isRelease: boolean;
}

const form =
  /^v?(?<major>0|[1-9]\d{0,8})\.(?<minor>0|[1-9]\d{0,8})\.(?<patch>0|[1-9]\d{0,8})(?<pre>-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/;

/**
 * Reads a tag as a full semantic version (semver.org, 2.0.0).
 * @returns `undefined` for every other tag, also for one that moves by design, such as `v1`
 */
export function readVersion(text: string): Version | undefined {
  const { major, minor, patch, pre } = form.exec(text)?.groups ?? {};
  if (major === undefined) return undefined;
  return { text, major: Number(major), minor: Number(minor), patch: Number(patch), isRelease: pre === undefined };
}

/**
 * Compares two versions: negative when the first is older. What stands behind the hyphen isn't compared, since nothing
 * unfinished is ever taken; a finished version is newer than all unfinished ones of its numbers.
 */
export function compareVersions(one: Version, other: Version): number {
  return (
    one.major - other.major ||
    one.minor - other.minor ||
    one.patch - other.patch ||
    Number(one.isRelease) - Number(other.isRelease)
  );
}
