import data from "../../actions.json" with { type: "json" };

/** An input as the action's own file declares it; without `kind` it is text. */
export interface InputFact {
  readonly kind?: "boolean" | "number" | "lines" | "code" | "enum";
  /** The words of an `enum`. */
  readonly values?: readonly string[];
  readonly required?: boolean;
  readonly default?: string;
  readonly deprecated?: boolean;
}

/** What is known of an action in its newest version. */
export interface ActionFact {
  readonly version: string;
  readonly commit: string;
  readonly inputs: Readonly<Record<string, InputFact>>;
  readonly outputs: readonly string[];
  /** What it needs of the engine's token with any inputs, from its documentation; absent where that isn't certain. */
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
  /** The newest version of each former major. */
  readonly older: Readonly<Record<string, { readonly version: string; readonly commit: string }>>;
}

/** The day on which the facts were read from the actions' own repositories. */
export const date: string = data.date;

/** All known actions by name. */
export const facts = Object.entries(data.actions as Readonly<Record<string, ActionFact>>);
