import type { Origin } from "@cicl/diagnostics";
import type { Binding } from "@cicl/model";
import { fail } from "../check/fail.ts";

/**
 * Inputs that an action runs as a program or pastes into a shell's command, for actions that are named by their text;
 * the bindings know their own. Source: the code of each action.
 */
export const codeInputs: Readonly<Record<string, readonly string[]>> = {
  "actions/github-script": ["script"],
  "golangci/golangci-lint-action": ["args"],
  "pre-commit/action": ["extra_args"],
};

/** Refuses a value where an action would run it. @param action `owner/repo`, in any case */
export function refuseCode(action: string, inputs: readonly Binding[]): void {
  const code = codeInputs[action.toLowerCase()] ?? [];
  const found = inputs.find(({ name, value }) => code.includes(name.toLowerCase()) && value.kind !== "literal");
  if (found) valueInCode(found.origin);
}

/** The error for a value in a program. */
export function valueInCode(origin: Origin): never {
  fail(
    "CICL3005",
    {
      what: "A value stands in a program, which the action would run with the value as part of it.",
      why: "Whoever chooses the value could write the rest of the program.",
      fix: "Hand the value over in the option env, and read it in the program, as by process.env.NAME in JavaScript.",
    },
    origin,
  );
}
