import { type SecretValue, scopedName, type VariableValue } from "@cicl/model";

/** The name under which the options know a secret or variable: those of an environment begin with its name. */
export function optionName({ name, environment }: Pick<SecretValue | VariableValue, "name" | "environment">): string {
  return scopedName(name, environment);
}

/** The name of a secret in Secret Manager. */
export function secretId({ name, environment }: Pick<SecretValue, "name" | "environment">): string {
  return environment === undefined ? name : `${environment}__${name}`;
}
