import { type Backend, checkCapabilities, type LoweredFile, marker, printYaml, untraced } from "@cicl/backend-kit";
import { type Diagnostic, error, hasErrors } from "@cicl/diagnostics";
import { type Feature, type FeatureUse, featureUses, type GateDefinition, type Job, type Pipeline } from "@cicl/model";
import { applyPolicy } from "@cicl/policy";
import { checkCallees } from "./callees.ts";
import { mergeQueueMissed } from "./merge-queue.ts";
import { normalise } from "./normalise/normalise.ts";
import { checkStoredNames } from "./stored-names.ts";
import type { PlacedGate, RenderedFile, Synthesis, SynthesisInput, Target } from "./synthesis.ts";

/**
 * The way of every pipeline, for every command: normalise, gate, check capabilities, lower, validate, print. Pure: the
 * same input gives the same bytes.
 * @returns the files with everything that is to be said of them; with an error among the diagnostics no file counts
 */
export function synthesise(input: SynthesisInput): Synthesis {
  return together([...synthesiseEach(input)]);
}

/**
 * The same, pipeline by pipeline, for whoever doesn't keep all files of a large repository.
 * @returns what is to be said of the whole, then what each pipeline gives, made when it is asked for; see `together`
 */
export function* synthesiseEach(input: SynthesisInput): Generator<Synthesis, void> {
  const shared = { ...input, catalogue: input.catalogue.map(builtOnce) };
  const diagnostics = [...checkCallees(input), ...checkStoredNames(input)];
  yield { files: [], settings: [], gates: [], diagnostics };
  for (const draft of input.pipelines) yield synthesisePipeline(draft, shared);
}

/** Puts together what the pipelines of a repository give. */
export function together(results: readonly Synthesis[]): Synthesis {
  return {
    files: results.flatMap((result) => result.files),
    settings: results.flatMap((result) => result.settings),
    gates: results.flatMap((result) => result.gates),
    diagnostics: distinct(results.flatMap((result) => result.diagnostics)),
  };
}

/** Gives all pipelines the same gate where they ask for the same: of one synthesis the context is one. */
function builtOnce(definition: GateDefinition): GateDefinition {
  const drafts = new Map<string, Job<"draft">>();
  return {
    ...definition,
    build(parameters, context) {
      const key = JSON.stringify(parameters);
      const draft = drafts.get(key) ?? definition.build(parameters, context);
      drafts.set(key, draft);
      return draft;
    },
  };
}

/** A warning that is true of several targets, pipelines or places is said once, an error at each of its places. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = diagnostic.severity === "error" ? JSON.stringify(diagnostic) : `${diagnostic.code} ${diagnostic.what}`;
    if (!found.has(key)) found.set(key, diagnostic);
  }
  return [...found.values()];
}

function synthesisePipeline(draft: Pipeline<"draft">, input: SynthesisInput): Synthesis {
  const failed = (diagnostics: readonly Diagnostic[]): Synthesis => ({
    files: [],
    settings: [],
    gates: [],
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, pipeline: draft.name })),
  });
  const normal = normalise(draft);
  if (!normal.pipeline || hasErrors(normal.diagnostics)) return failed(normal.diagnostics);
  const gating = gate(normal.pipeline, input);
  const before = [...normal.diagnostics, ...gating.diagnostics];
  const { pipeline } = gating;
  if (!pipeline) return failed(before);
  const rendered = input.targets.map((target) => renderFor(target, pipeline, input));
  return {
    ...failed([
      ...before,
      ...mergeQueueMissed(pipeline, input.targets),
      ...rendered.flatMap((result) => result.diagnostics),
    ]),
    files: rendered.flatMap((result) => result.files),
    settings: rendered.flatMap((result) => result.settings),
    gates: pipeline.jobs.flatMap((job): readonly PlacedGate[] =>
      job.gate
        ? [
            {
              pipeline: pipeline.name,
              job: job.id,
              gate: job.gate.id,
              ...(job.gate.injected ? { injected: job.gate.injected } : {}),
            },
          ]
        : [],
    ),
  };
}

function gate(pipeline: Pipeline<"normalised">, input: SynthesisInput): ReturnType<typeof applyPolicy> {
  const policy = input.policy ?? { name: "none", requires: [], tokenMaxAgeHours: 24 };
  return applyPolicy(pipeline, { policy, catalogue: input.catalogue, facts: input.facts, version: input.version });
}

function renderFor(
  { backend, options }: Target,
  pipeline: Pipeline<"gated">,
  input: SynthesisInput,
): Omit<Synthesis, "gates"> {
  const nothing = { files: [], settings: [] };
  const uses = featureUses(pipeline, backend.id);
  const refused = checkCapabilities(uses, backend.capabilities(options), backend);
  if (refused.length > 0) return { ...nothing, diagnostics: refused };
  const lowered = backend.lower(pipeline, { options, pins: input.pins });
  if (hasErrors(lowered.diagnostics)) return { ...nothing, diagnostics: lowered.diagnostics };
  const lost = untraced(uses, lowered).map((use) => lostUse(use, backend));
  const invalid = lowered.files.flatMap((file) => backend.validate(file, options));
  const files = lowered.files.map((file) => print(file, pipeline, backend));
  return {
    files,
    settings: lowered.settings,
    diagnostics: [
      ...lowered.diagnostics,
      ...lost,
      ...invalid,
      ...files.flatMap((file) => tooLarge(file, pipeline, backend)),
    ],
  };
}

function print(file: LoweredFile, pipeline: Pipeline<"gated">, backend: Backend): RenderedFile {
  const { text, positions } = printYaml(file.tree, {
    header: [marker(file.source ?? pipeline.source)],
    quotes: backend.quotes,
  });
  return { path: file.path, text, positions, target: backend.id, pipeline: pipeline.name };
}

function tooLarge(file: RenderedFile, pipeline: Pipeline<"gated">, backend: Backend): readonly Diagnostic[] {
  const { fileBytes = Number.POSITIVE_INFINITY } = backend;
  // A character takes three bytes at most, a pair of surrogates four.
  if (file.text.length * 3 <= fileBytes) return [];
  const bytes = new TextEncoder().encode(file.text).length;
  if (bytes <= fileBytes) return [];
  return [
    error(
      "CICL5005",
      {
        what: `${file.path} has ${bytes} bytes; ${backend.title} takes ${fileBytes}.`,
        why: "Beyond it the engine starts no run, and some say nothing.",
        fix: "Make several pipelines of it.",
      },
      { origin: pipeline.origin, target: backend.id },
    ),
  ];
}

/** The guard behind the first promise: what a target's tree doesn't hold is an error, never a silence. */
function lostUse(use: FeatureUse, backend: Backend): Diagnostic {
  const detail = use.detail === undefined ? "" : ` (${use.detail})`;
  const guarded: readonly Feature[] = [
    "job.gate",
    "job.edge.gate",
    "job.edge.explicit",
    "job.edge.order",
    "job.aggregate",
  ];
  return error(
    guarded.includes(use.feature) ? "CICL4004" : "CICL9001",
    {
      what: `The ${backend.title} backend lost ${use.feature}${detail} of ${use.node}.`,
      why: "A file without it would do something else than the pipeline says.",
      fix: "This is a defect of cicl: please report it with the pipeline that shows it.",
    },
    { origin: use.origin, target: backend.id },
  );
}
