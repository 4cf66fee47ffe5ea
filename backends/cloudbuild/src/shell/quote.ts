/** Writes a text as one word of a POSIX shell, whatever it holds. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Writes a text where Cloud Build replaces `$NAME`: a doubled dollar stands for itself. */
export function withoutSubstitution(text: string): string {
  return text.replaceAll("$", "$$$$");
}
