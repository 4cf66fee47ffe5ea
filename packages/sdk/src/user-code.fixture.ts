import { CiclError, type Diagnostic } from "@cicl/diagnostics";
import { installOrigins } from "./origin.ts";

/** Makes the tests of this package the user code, although they stand in its folder. */
installOrigins({ isUser: (file) => /\.(test|fixture)\.ts$/.test(file) && !file.endsWith("/user-code.fixture.ts") });

/** The diagnostics that a program is refused with; empty when it isn't. */
export function refusals(program: () => unknown): readonly Diagnostic[] {
  try {
    program();
    return [];
  } catch (refusal) {
    if (refusal instanceof CiclError) return refusal.diagnostics;
    throw refusal;
  }
}

/** The codes of `refusals`. */
export function codes(program: () => unknown): readonly string[] {
  return refusals(program).map(({ code }) => code);
}
