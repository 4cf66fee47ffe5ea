/** What GitHub's own tools say of a right file, and why it is right all the same. */
interface OfficialGap {
  /** The message, in part. */
  readonly says: RegExp;
  /** The files that it is expected of. */
  readonly where: RegExp;
  readonly because: string;
}

/** Every message that isn't among these is a failure, and so is one of these that no file shows any more. */
export const officialGaps: readonly OfficialGap[] = [
  {
    says: /Unexpected value 'cache-mode'/,
    where: /^(keys|cached)\.yml$/,
    because: "GitHub has had the key since September 2026; the last release of the parser is of August.",
  },
  {
    says: /^service: \d+: Context access might be invalid: (passed|findings)$/,
    where: /^calls\.yml$/,
    because: "The editor service isn't given the workflows that are called, so it can't know their outputs.",
  },
];

/** The messages about a file that no gap explains. */
export function unexplained(file: string, messages: readonly string[]): readonly string[] {
  return messages.filter((message) => !officialGaps.some(({ says, where }) => says.test(message) && where.test(file)));
}
