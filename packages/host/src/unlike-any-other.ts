/** While user code runs, the global `process` is watched. */
const { hrtime, pid } = process;

/**
 * A part of a name that no other run takes: two containers may give their processes the same number, not at the same
 * nanosecond. Whoever makes the file does it such that an existing one is an error.
 */
export function unlikeAnyOther(): string {
  return `${pid}-${hrtime.bigint().toString(36)}`;
}
