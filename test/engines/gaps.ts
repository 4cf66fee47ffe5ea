import type { Tool } from "./tools.ts";

/** A finding that is expected, and why the rendered file is right all the same. */
export interface Gap {
  readonly tool: Tool;
  /** The tool's own name of the rule. */
  readonly rule: string;
  /** What the finding says, in part. */
  readonly says: RegExp;
  /** The files that it is expected in. */
  readonly where: RegExp;
  readonly because: string;
}

/** Every finding that isn't among these fails the run, and so does one of these that nobody finds any more. */
export const gaps: readonly Gap[] = [
  {
    tool: "zizmor",
    rule: "unpinned-images",
    says: /unpinned image/,
    where: /^\.\/(letsbe\/|constructs\/\.github\/workflows\/(services|keys)\.yml)/,
    because:
      "The locks of the sample and of the constructs hold no digests of images, since nobody here can vouch for them; each such " +
      "image is rendered at an exact version and warned of (CICL5004).",
  },
  {
    tool: "actionlint",
    rule: "runner-label",
    says: /label "(docker|disposable-vps|gpu)" is unknown/,
    where: /./,
    because: "Labels of the organisation's own machines; the linter would be told of them in its configuration.",
  },
  {
    tool: "actionlint",
    rule: "syntax-check",
    says: /unexpected key "(background|cache-mode|cancel-timeout-minutes|command|deployment|entrypoint|queue|description)"|step must run script with "run" section or run action with "uses" section/,
    where: /./,
    because:
      "Keys that GitHub has had since 2026; the linter's last release is older (steps in the background and side by side, waits, cancel-timeout-minutes, cache-mode, queue).",
  },
  {
    tool: "actionlint",
    rule: "action",
    says: /specifying action "\$\//,
    where: /./,
    because: "GitHub has taken $/ for the repository itself since July 2026; the linter's last release is older.",
  },
  {
    tool: "actionlint",
    rule: "workflow-call",
    says: /reusable workflow call "\$\//,
    where: /./,
    because: "GitHub has taken $/ for the repository itself since July 2026; the linter's last release is older.",
  },
];
