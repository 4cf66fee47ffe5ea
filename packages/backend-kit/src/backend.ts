import type { Diagnostic } from "@cicl/diagnostics";
import type { Feature, Pipeline, TargetId } from "@cicl/model";
import type { LineOrigins } from "./yaml/line-origins.ts";
import type { YamlMap } from "./yaml/tree.ts";

/** How far a target carries a feature. */
export type Support =
  | { readonly kind: "native" }
  /** `how`: the sentence that says how it is done and what differs. */
  | { readonly kind: "emulated"; readonly how: string }
  /** `never`: the engine can't; otherwise cicl doesn't render it yet. `why` and `fix` go into the diagnostic. */
  | { readonly kind: "unsupported"; readonly never: boolean; readonly why: string; readonly fix: string };

/** A target's answer for every feature; a new feature doesn't compile until each target has answered. */
export type Capabilities = Readonly<Record<Feature, Support>>;

/** One target: what it can do, and how a gated pipeline becomes its files. */
export interface Backend<Options = unknown> {
  readonly id: TargetId;
  /** As people write it, e.g. `GitHub Actions`. */
  readonly title: string;
  /** Folders, relative to the root, that its files live in; scanned for orphans. */
  readonly folders: readonly string[];
  /** The largest file that the engine reads, in bytes; absent where none is known. */
  readonly fileBytes?: number;
  /** How strings are printed. Absent: quoted only where a reader could take them for something else. */
  readonly quotes?: "always";
  /**
   * Reads the target's options from the configuration.
   * @returns the options with all defaults, or why they are wrong
   */
  options(raw: unknown): OptionsResult<Options>;
  /** @param options decide the target's version */
  capabilities(options: Options): Capabilities;
  /**
   * Turns a pipeline into the target's tree. It renders every feature that it supports and traces each use; it never
   * adds a gate and never drops anything.
   */
  lower(pipeline: Pipeline<"gated">, context: LowerContext<Options>): Lowered;
  /** Checks a finished file against the target's own rules. */
  validate(file: LoweredFile, options: Options): readonly Diagnostic[];
}

export type OptionsResult<Options> =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly problems: readonly OptionProblem[] };

export interface OptionProblem {
  /** Property path below the target's options. */
  readonly path: readonly string[];
  readonly what: string;
  readonly fix: string;
}

export interface LowerContext<Options> {
  readonly options: Options;
  readonly pins: Pins;
}

/** What the lock pins. */
export interface Pins {
  /** @param action `owner/repo[/path]` */
  action(action: string): ActionPin | undefined;
  /** @param image reference with a tag @returns `sha256:…` */
  image(image: string): string | undefined;
  /** Takes down that a rendered file names a secret by its version. @param name as the target knows it */
  secret(name: string, version: string): void;
}

export interface ActionPin {
  /** Exact version tag, e.g. `v7.0.1`. */
  readonly version: string;
  /** Forty hex digits. */
  readonly commit: string;
  /** The version of which cicl knows the inputs, where that is another major one. */
  readonly knownVersion?: string;
}

/** What a backend makes of a pipeline. */
export interface Lowered {
  readonly files: readonly LoweredFile[];
  readonly trace: readonly Trace[];
  readonly settings: readonly Setting[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoweredFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly tree: YamlMap;
  /** The file that declares it, where that isn't the pipeline's own: several pipelines may render it, all alike. */
  readonly source?: string;
}

/** Says where in a target's tree one use of a feature went. */
export interface Trace {
  readonly feature: Feature;
  readonly node: string;
  readonly detail?: string | undefined;
  readonly file: string;
  /** Keys and indices from the top of the tree; what is there exists. */
  readonly path: readonly (string | number)[];
}

/** Something that the rendered files can't hold and a person must set once. */
export interface Setting {
  readonly target: TargetId;
  readonly pipeline: string;
  readonly kind:
    | "required-check"
    | "branch-protection"
    | "environment"
    | "secret"
    | "variable"
    | "runner"
    | "tag-protection"
    | "trigger"
    | "service-account"
    | "bucket";
  /** Where: an environment's name, a secret's name, a branch … */
  readonly name: string;
  /** The exact value, as it is to be entered. */
  readonly value: string;
  readonly why: string;
}

/** A file as text. */
export interface EmittedFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** LF line ends, marker comment first. */
  readonly text: string;
  readonly positions: LineOrigins;
}

/**
 * Declares a backend. The only place where the type of its options is forgotten: core hands `lower` just those options
 * that the same backend's `options` returned.
 */
export function defineBackend<Options>(backend: Backend<Options>): Backend {
  return backend as unknown as Backend;
}
