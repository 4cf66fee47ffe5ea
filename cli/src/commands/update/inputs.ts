import { shippedPins } from "@cicl/actions";
import { type Diagnostic, warning } from "@cicl/diagnostics";
import { type LookedUp, lockFile, newPin } from "@cicl/host";

/** A warning for each action whose new pin is of another major version than the inputs that `cicl/actions` knows. */
export function otherInputs(found: readonly LookedUp[]): readonly Diagnostic[] {
  return found.flatMap((one) => {
    const pin = newPin(one);
    const shipped = Object.hasOwn(shippedPins, one.action) ? shippedPins[one.action] : undefined;
    if (!pin || !shipped || majorOf(pin.version) === majorOf(shipped.version)) return [];
    return [
      warning(
        "CICL6008",
        {
          what: `${one.action} becomes ${pin.version}, and the inputs that cicl/actions knows are those of ${shipped.version}.`,
          why: "Between major versions inputs come, go and change their meaning; your editor won't notice.",
          fix: `Compare the inputs in both versions' action.yml, or keep the major version in ${lockFile} until a cicl that knows it.`,
        },
        { file: lockFile },
      ),
    ];
  });
}

function majorOf(version: string): string | undefined {
  return /^v?(\d+)\./.exec(version)?.[1];
}
