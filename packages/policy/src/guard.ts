import {
  type Binding,
  type Condition,
  gateToken,
  isExact,
  type Job,
  mapNodes,
  type Pipeline,
  type Policy,
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
  const demanded = [job.when && exactRefs(job.when), environment?.branches && branchRefs(environment.branches)].filter(
    (allowed) => allowed !== undefined,
  );
  const { origin, subject } = job;
  const refs = demanded.filter(
    (allowed, index) => demanded.findIndex((one) => String(one) === String(allowed)) === index,
  );
  if (gates.length === 0 && refs.length === 0 && !subject) return job;
  const env: readonly Binding[] = [
    ...gates.map(
      (id): Binding => ({ name: variable(id), value: { kind: "output", job: id, output: gateToken }, origin }),
    ),
    ...(refs.length > 0 ? [{ name: "CICL_REF", value: { kind: "context", name: "ref" } as const, origin }] : []),
  ];
  const step: ScriptStep = {
    kind: "script",
    shell: "sh",
    name: "The gates have passed and the ref may deploy",
    text: [
      ...(gates.length > 0 ? tokenTest(gates, policy.tokenMaxAgeHours) : []),
      ...refs.flatMap(refTest),
      ...(subject ? subjectTest : []),
    ].join("\n"),
    env,
    origin,
    runs: "on-success",
    allowFailure: false,
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

/**
 * The refs that a condition demands, where it demands a branch or tag: one alternative, or every part of a choice.
 * Other conditions are left to the engine.
 */
function exactRefs(condition: Condition): readonly string[] | undefined {
  switch (condition.kind) {
    case "branch":
      return isExact(condition.pattern) ? branchRefs([condition.pattern]) : undefined;
    case "tag":
      return isExact(condition.pattern) ? [expression(`refs/tags/${condition.pattern}`)] : undefined;
    case "and":
      return condition.of.map(exactRefs).find((refs) => refs !== undefined);
    case "or": {
      const parts = condition.of.map(exactRefs);
      const complete = parts.filter((refs) => refs !== undefined);
      return complete.length === parts.length ? complete.flat() : undefined;
    }
    case "event":
    case "fork":
    case "draft":
    case "changed":
    case "equals":
    case "native-event":
    case "native":
    case "not":
      return undefined;
  }
}

/** A glob as an extended regular expression; a ref holds no line end and no quote that could end it. */
function branchRefs(globs: readonly string[]): readonly string[] {
  return globs.map((glob) => expression(`refs/heads/${glob}`));
}

function expression(glob: string): string {
  return glob
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((piece) => wildcards[piece] ?? piece.replace(/[\\^$.|+()[\]{}]/g, "\\$&").replaceAll("'", "."))
    .join("");
}

const wildcards: Readonly<Record<string, string>> = { "**/": "(.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
