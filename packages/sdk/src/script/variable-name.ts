import type { Expression, ExpressionKind } from "@cicl/model";

/** Variables that shells, loaders and common programs read: a value of the same name would change what they do. */
const taken =
  /^(PATH|HOME|IFS|PWD|OLDPWD|ENV|SHELL|USER|LOGNAME|LANG|TERM|TMPDIR|TEMP|TMP|CI|HOSTNAME|UID|EUID|PPID|RANDOM|SECONDS|LINENO|OPTARG|OPTIND|OPTERR|MAIL|EDITOR|PAGER|PS[0-4]|COMSPEC|PATHEXT|.*_PROXY)$|^(BASH|LC|LD|DYLD|GITHUB|GITEA|RUNNER|CICL|NODE|NPM|PYTHON|GIT|DOCKER)_/;

/**
 * The name of the variable that carries a value into a script: that of the value itself where nothing else has it.
 * @param used says whether a name means something else in this script
 */
export function variableName(value: Expression, used: (name: string) => boolean): string {
  const wanted = upperCase(nameOf(value));
  const base =
    taken.test(wanted) && !(value.kind === "secret" || value.kind === "variable") ? `VALUE_${wanted}` : wanted;
  const safe = taken.test(base) && !/^(NPM|NODE|DOCKER|GIT|PYTHON)_/.test(base) ? `VALUE_${base}` : base;
  for (let number = 1; ; number++) {
    const name = number === 1 ? safe : `${safe}_${number}`;
    if (!used(name)) return name;
  }
}

function nameOf(value: Expression): string {
  const names = {
    literal: () => "text",
    context: ({ name }) => name,
    input: ({ name }) => `input-${name}`,
    native: ({ tree }) => (tree.kind === "read" ? tree.path.slice(-2).join("-") : "value"),
    "step-output": ({ output }) => output,
    output: ({ job, output }) => `${job}-${output}`,
    result: ({ job }) => `${job}-result`,
    secret: ({ name }) => name,
    variable: ({ name }) => name,
    matrix: ({ key }) => `matrix-${key}`,
    template: () => "text",
  } satisfies { readonly [K in ExpressionKind]: (value: Extract<Expression, { kind: K }>) => string };
  return (names[value.kind] as (value: Expression) => string)(value);
}

function upperCase(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, "_").toUpperCase();
}
