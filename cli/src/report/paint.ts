const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

/** The looks that output uses. */
export type Style = keyof typeof styles;

/** Wraps text in a terminal's codes, where colour is wanted. */
export function paint(style: Style, text: string, color: boolean): string {
  return color ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}
