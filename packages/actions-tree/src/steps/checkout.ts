import type { Checkout } from "@cicl/model";
import { inside, type Spot, traceAt } from "../scope.ts";
import { emitAction } from "./action.ts";
import { nextSpot } from "./emit.ts";
import type { StepScope } from "./step.ts";

/** The working copy: the head commit of a pull request, without the token left behind in it. */
export function lowerCheckout(checkout: Checkout, scope: StepScope, spot: Spot): void {
  const here = nextSpot(scope, spot);
  traceAt(scope, inside(here, "uses"), "job.checkout");
  if (checkout.depth !== 1) traceAt(scope, inside(here, "with", "fetch-depth"), "job.checkout.depth");
  if (checkout.submodules) traceAt(scope, inside(here, "with", "submodules"), "job.checkout.submodules");
  if (checkout.lfs) traceAt(scope, inside(here, "with", "lfs"), "job.checkout.lfs");
  emitAction(
    "actions/checkout",
    {
      with: {
        ref: scope.dialect.headRef(scope),
        "fetch-depth": checkout.depth === 1 ? undefined : checkout.depth,
        submodules: checkout.submodules ? true : undefined,
        lfs: checkout.lfs ? true : undefined,
        "persist-credentials": false,
      },
    },
    scope,
    spot,
  );
}
