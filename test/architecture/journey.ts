/** One step on the way of a pipeline from `pipeline.ts` to its files. */
export interface JourneyStep {
  readonly title: string;
  /** Folder of the room whose source declares the functions. */
  readonly room: string;
  /** Functions, in the order in which they are called; methods of a backend stand in its contract. */
  readonly functions: readonly string[];
  /** What passes from the step before to the step behind. */
  readonly takes: string;
  readonly gives: string;
  /** Full sentences. */
  readonly text: string;
}

/** The way of one pipeline, in order; the test checks that each function is where it is said to be. */
export const journey: readonly JourneyStep[] = [
  {
    title: "Find and load",
    room: "packages/host",
    functions: ["findRoot", "discover", "load"],
    takes: "a folder and globs",
    gives: '`Loaded`: the configuration, `Pipeline<"draft">[]`, and a mapper of origins',
    text: "`findRoot` looks for the root above the working directory, `discover` lists its pipeline files, and `load` bundles all of them at once with esbuild and runs the bundle. What the bundle exports are the SDK's handles. Origins point into the bundle; `mapOrigin` leads them to the source, and only when one is printed.",
  },
  {
    title: "Draft",
    room: "packages/sdk",
    functions: ["pipeline", "job", "draftOf"],
    takes: "the calls in `pipeline.ts`",
    gives: '`Pipeline<"draft">`',
    text: "Each function of the SDK checks its arguments and returns a sealed handle that remembers its origin: `job` a job, `pipeline` the whole. `draftOf` turns the handle of a pipeline into the plain frozen data of `packages/model`. From here on there are no functions and no handles.",
  },
  {
    title: "Normalise",
    room: "packages/core",
    functions: ["synthesise", "normalise"],
    takes: '`Pipeline<"draft">`',
    gives: '`Pipeline<"normalised">`',
    text: "`synthesise` is the driver of all steps from here to the printed files; it is pure. It calls `normalise`, which checks all that can be known without a target or a policy, sorts the jobs by stage, makes the order of stages, stated needs and reads of outputs and artifacts into edges, and fills in defaults.",
  },
  {
    title: "Gate",
    room: "packages/policy",
    functions: ["applyPolicy"],
    takes: '`Pipeline<"normalised">`, the policy, the catalogue of `packages/stages`, facts of the repository',
    gives: '`Pipeline<"gated">`',
    text: "`applyPolicy` adds the gates that the policy requires and the team hasn't declared, with the reason for each, puts them before everything that publishes, and adds the aggregate job. A pipeline in which a deploy gets round a gate becomes a diagnostic instead. Only a gated pipeline fits a backend: the phase is part of its type.",
  },
  {
    title: "Check capabilities",
    room: "packages/backend-kit",
    functions: ["checkCapabilities"],
    takes: "each feature that the pipeline uses (`featureUses` of `packages/model`), the target's answers",
    gives: "`Diagnostic[]`",
    text: "Each use of a feature is native, emulated or unsupported on the target in its version. An unsupported one is an error with the place in `pipeline.ts` and a way out, and nothing is rendered.",
  },
  {
    title: "Lower",
    room: "packages/backend-kit",
    functions: ["lower", "validate", "untraced"],
    takes: '`Pipeline<"gated">`, the target\'s options, the pins of the lock',
    gives: "`Lowered`: a `YamlMap` for each file, a trace, settings",
    text: "`lower` of a backend (`backends/github`, `backends/gitea`) makes the target's tree, for both through `packages/actions-tree`, and traces where each use went. `untraced` finds uses without a trace: a gate or an edge that got lost is an error, whoever lost it. `validate` checks each tree against the target's own rules.",
  },
  {
    title: "Print",
    room: "packages/backend-kit",
    functions: ["marker", "printYaml"],
    takes: "`YamlMap`",
    gives: "`RenderedFile`: path, text, and the origin of each line",
    text: "`printYaml` writes the tree below the `marker` comment so that readers of YAML 1.1 and 1.2 see the same data, and keeps for each line the origin that it comes from.",
  },
  {
    title: "Plan and write",
    room: "packages/host",
    functions: ["planWrites", "applyWrites"],
    takes: "`RenderedFile[]`, what is on disk",
    gives: "`Plan`, then files",
    text: "`planWrites` compares: what is new, changed, the same, orphaned, or not ours. `cicl check` and `cicl diff` stop at the plan; `cicl synth` hands it to `applyWrites`, which writes all or nothing.",
  },
  {
    title: "Report",
    room: "packages/diagnostics",
    functions: ["renderPretty", "toJson"],
    takes: "`Diagnostic[]` of all steps",
    gives: "text or JSON",
    text: "Every step answers with diagnostics as data. They are rendered once, here, by `cli`: with the code at the place in `pipeline.ts`, or as JSON.",
  },
];
