import {
  type Binding,
  type Condition,
  gateToken,
  type Job,
  mapNodes,
  type Pipeline,
  type Policy,
  refContexts,
  type ScriptStep,
  type Step,
  type StepOutputValue,
} from "@cicl/model";

/** The environment variable in which a deploy finds the digest that it ships. */
export const subjectVariable = "CICL_SUBJECT";

/**
 * Puts a step in front of a deploy that tests, in shell and when the deploy really starts, what an engine's condition
 * can't: that each gate's token is there and fresh (a re-run reuses old outputs), that the ref is exactly the one that
 * the condition names (engines compare without regard to case), and that the subject is a digest.
 */
export function guardDeploy<J extends Job<"normalised">>(
  job: J,
  gates: readonly string[],
  pipeline: Pipeline,
  policy: Policy,
): J {
  const environment = pipeline.environments.find((candidate) => candidate.name === job.environment);
  const { matches, spelt } = demandOn(job, environment?.branches);
  const { origin, subject } = job;
  const tests = [...matches.flatMap(refTest), ...spelt.flatMap(spellingTest)];
  if (gates.length === 0 && tests.length === 0 && !subject) return job;
  const env: readonly Binding[] = [
    ...gates.map(
      (id): Binding => ({ name: variable(id), value: { kind: "output", job: id, output: gateToken }, origin }),
    ),
    ...(tests.length > 0 ? [{ name: "CICL_REF", value: { kind: "context", name: "ref" } as const, origin }] : []),
  ];
  const step: ScriptStep = {
    kind: "script",
    shell: "sh",
    name: "The gates have passed and the ref may deploy",
    text: [
      ...(gates.length > 0 ? tokenTest(gates, policy.tokenMaxAgeHours) : []),
      ...tests,
      ...(subject ? subjectTest : []),
    ].join("\n"),
    env,
    origin,
    runs: "on-success",
    allowFailure: false,
    guard: true,
  };
  const subjectEnv = subject ? [{ name: subjectVariable, value: subject, origin }] : [];
  const { steps, outputs } = behindFirst({ steps: job.steps, outputs: job.outputs });
  return { ...job, env: [...subjectEnv, ...job.env], steps: [step, ...steps], outputs };
}

type Work = Pick<Job, "steps" | "outputs">;

/** A step in front moves all others: outputs of the job, outputs of steps, waits and stops name them by their index. */
function behindFirst(work: Work): Work {
  const outputs = work.outputs.map((output) =>
    output.kind === "step" ? { ...output, step: output.step + 1 } : output,
  );
  return mapNodes({ steps: work.steps, outputs }, (node) => {
    if (!("kind" in node)) return node;
    const moved = node as Step | StepOutputValue;
    if (moved.kind === "step-output" || moved.kind === "cancel") return { ...moved, step: moved.step + 1 };
    if (moved.kind !== "wait" || moved.steps === "all") return node;
    return { ...moved, steps: moved.steps.map((index) => index + 1) };
  });
}

/** `sha256:` and 64 characters. */
const subjectTest = [
  `case "$${subjectVariable}" in`,
  "  sha256:????????????????????????????????????????????????????????????????) ;;",
  `  *) echo "The subject '$${subjectVariable}' is no digest." >&2; exit 1 ;;`,
  "esac",
];

function variable(gate: string): string {
  return `PASSED_${gate.toUpperCase().replaceAll("-", "_")}`;
}

function tokenTest(gates: readonly string[], hours: number): readonly string[] {
  return [
    "now=$(date +%s)",
    "gate() {",
    '  case "$2" in',
    `    "" | *[!0-9]*) echo "The gate $1 has not passed." >&2; exit 1 ;;`,
    "  esac",
    `  if [ $((now - $2)) -gt ${hours * 3600} ]; then`,
    `    echo "The gate $1 passed more than ${hours} hours ago: run the whole pipeline again." >&2`,
    "    exit 1",
    "  fi",
    "}",
    ...gates.map((id) => `gate ${id} "\${${variable(id)}}"`),
  ];
}

/** One extended regular expression per allowed ref. */
function refTest(patterns: readonly string[]): readonly string[] {
  return [
    `if ! printf '%s\\n' "$CICL_REF" | grep -Eqx '${patterns.join("|")}'; then`,
    '  echo "The ref $CICL_REF may not deploy here." >&2',
    "  exit 1",
    "fi",
  ];
}

/** One expression that the ref may only match as it is spelt. */
function spellingTest(pattern: string): readonly string[] {
  return [
    `if printf '%s\\n' "$CICL_REF" | grep -Eqix '${pattern}' && ! printf '%s\\n' "$CICL_REF" | grep -Eqx '${pattern}'; then`,
    '  echo "The ref $CICL_REF may not deploy here: only its case is that of one that may." >&2',
    "  exit 1",
    "fi",
  ];
}

/** What a deploy demands of the ref by its condition and its environment, each once. */
function demandOn({ when }: Job, branches: readonly string[] | undefined): Demand {
  const demand: Demand = when ? demandOf(when) : { matches: [], spelt: [] };
  const all = [...demand.matches, ...(branches ? [branches.map((glob) => expression(`refs/heads/${glob}`))] : [])];
  const matches = all.filter((one, index) => all.findIndex((other) => String(other) === String(one)) === index);
  return { matches, spelt: [...new Set(demand.spelt)] };
}

/** What the text of a ref must be, where an engine's condition has let it pass. */
interface Demand {
  /** One expression of each list matches. */
  readonly matches: readonly (readonly string[])[];
  /** Expressions that match, or don't even match without regard to case. */
  readonly spelt: readonly string[];
}

/**
 * What a condition demands of the ref. Where a branch or tag is only one way among others to hold, the ref may be any,
 * but none that the condition names in another case: the engine would take it for the one that is named.
 */
function demandOf(condition: Condition): Demand {
  switch (condition.kind) {
    case "branch":
    case "tag":
      return { matches: [[expression(`refs/${refFolders[condition.kind]}/${condition.pattern}`)]], spelt: [] };
    case "and": {
      const parts = condition.of.map(demandOf);
      return { matches: parts.flatMap(({ matches }) => matches), spelt: parts.flatMap(({ spelt }) => spelt) };
    }
    case "or": {
      const parts = condition.of.map(demandOf);
      const all = parts.flatMap(({ matches, spelt }) => [...matches.flat(), ...spelt]);
      const firsts = parts.flatMap(({ matches }) => matches.slice(0, 1));
      if (firsts.length < parts.length) return { matches: [], spelt: all };
      return { matches: [firsts.flat()], spelt: all.filter((one) => !firsts.flat().includes(one)) };
    }
    case "not": {
      const { matches, spelt } = demandOf(condition.of);
      return { matches: [], spelt: [...matches.flat(), ...spelt] };
    }
    case "equals": {
      const folder = condition.value.kind === "context" ? refContexts[condition.value.name] : undefined;
      return { matches: folder === undefined ? [] : [[literal(`${folder}${condition.to}`)]], spelt: [] };
    }
    case "event":
    case "fork":
    case "draft":
    case "changed":
    case "native-event":
    case "native":
      return { matches: [], spelt: [] };
  }
}

const refFolders = { branch: "heads", tag: "tags" } as const;

/** A glob as an extended regular expression; a ref holds no line end and no quote that could end it. */
function expression(glob: string): string {
  return glob
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((piece) => wildcards[piece] ?? literal(piece))
    .join("");
}

function literal(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&").replaceAll("'", ".");
}

const wildcards: Readonly<Record<string, string>> = { "**/": "(.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
