import type { ActionPin } from "@cicl/backend-kit";
import { type Diagnostic, error, warning } from "@cicl/diagnostics";
import { lockFile } from "../lock.ts";
import type { WantedAction } from "./look-up.ts";

const inLock = { file: lockFile };

/** The error for a tag that leads to another commit than the pin of its version. */
export function movedTag({ action, locked }: WantedAction, pinned: ActionPin, commit: string): Diagnostic {
  return error(
    "CICL6006",
    {
      what: `The tag ${pinned.version} of ${action} leads to ${commit}, and ${locked ? lockFile : "this cicl"} pins ${pinned.commit} as that version.`,
      why: "Whoever moves a tag puts other code under a version that was reviewed; attacks on actions are made like that.",
      fix: `Compare both commits before you trust either; to take the other one, write it into ${lockFile} by hand.`,
    },
    inLock,
  );
}

/** The warning for a pinned version whose tag is gone. */
export function deletedTag(action: string, { version }: ActionPin): Diagnostic {
  return warning(
    "CICL6006",
    {
      what: `The tag ${version} of ${action}, which is pinned, is gone.`,
      why: "A version is mostly withdrawn because something is wrong with it; its commit runs all the same.",
      fix: "Find out why, in the action's repository, and pin another version where this one is bad.",
    },
    inLock,
  );
}

/** The error for a pin whose version isn't a full one. */
export function incomparable(action: string, version: string): Diagnostic {
  return error(
    "CICL6007",
    {
      what: `${action} is pinned as ${version}, which isn't a full version such as v1.2.3.`,
      why: "It can't be said which versions are newer, nor whether its tag was moved.",
      fix: `Write the full version and the commit that its tag leads to into ${lockFile}.`,
    },
    inLock,
  );
}

/** The error for an action that can't be pinned for the first time. */
export function noVersion(action: string): Diagnostic {
  return error("CICL6007", {
    what: `The repository of ${action} has neither a release nor a tag that is a full version such as v1.2.3.`,
    why: "A branch, or a tag that moves by design, is no version that could be reviewed and pinned.",
    fix: `Name its commit in pipeline.ts: uses.untyped("${action}@<40 hex digits>", …).`,
  });
}
