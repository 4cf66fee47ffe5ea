import type { Modules } from "@cicl/host";
import * as actions from "./actions.ts";
import * as gates from "./gates.ts";
import * as cicl from "./index.ts";
import * as policy from "./policy.ts";

/** What user code may import: this copy of cicl, so that a repository needs none of its own. */
export const modules: Modules = { cicl, "cicl/actions": actions, "cicl/gates": gates, "cicl/policy": policy };
