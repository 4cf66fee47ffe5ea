import { toJson } from "@cicl/diagnostics";
import { type LookedUp, newPin } from "@cicl/host";
import { version } from "../../version.ts";
import type { Updated } from "./update.ts";

/** The document of `cicl update --format json`; its keys only ever grow. */
export function updateJson({ found, written, diagnostics }: Updated): object {
  return { version, actions: found.map(actionJson), written, diagnostics: toJson(diagnostics) };
}

function actionJson(one: LookedUp): object {
  const { action, pinned, locked, young, laterMajor } = one;
  const to = newPin(one);
  return {
    action,
    from: locked ? pinned : null,
    to: to ? { version: to.version, commit: to.commit, released: to.released ?? null } : null,
    young,
    laterMajor: laterMajor ?? null,
  };
}
