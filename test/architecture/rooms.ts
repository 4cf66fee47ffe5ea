/** A room: one folder with one responsibility. What isn't listed here it may not import. */
export interface Room {
  /** Relative to the repository. */
  readonly folder: string;
  /** The name that other rooms import it by; absent: no room imports it. */
  readonly name?: string;
  /** One sentence. */
  readonly responsibility: string;
  /** Folders of the rooms that it may import; `all` for those that hold everything together. */
  readonly rooms: readonly string[] | "all";
  readonly libraries: readonly string[];
  /** Whether it may have effects, and so import `node:*`. */
  readonly effects: boolean;
}

const diagnostics = "packages/diagnostics";
const model = "packages/model";
const sdk = "packages/sdk";
const actions = "packages/actions";
const policy = "packages/policy";
const kit = "packages/backend-kit";
const tree = "packages/actions-tree";
const core = "packages/core";

/** Every room that exists, those that others build on first. */
export const rooms: readonly Room[] = [
  {
    folder: diagnostics,
    name: "@cicl/diagnostics",
    responsibility:
      "What cicl tells its users: diagnostics with codes and origins, rendered as text with code frames or as JSON.",
    rooms: [],
    libraries: [],
    effects: false,
  },
  {
    folder: model,
    name: "@cicl/model",
    responsibility:
      "The frozen intermediate representation: its phases, expression and condition trees, graph queries, features and schema.",
    rooms: [diagnostics],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: sdk,
    name: "@cicl/sdk",
    responsibility:
      "What `pipeline.ts` imports: small functions that make handles, and the draft made from them, with origins.",
    rooms: [diagnostics, model],
    libraries: [],
    effects: false,
  },
  {
    folder: actions,
    name: "@cicl/actions",
    responsibility: "Pins and typed bindings of popular actions.",
    rooms: [model, sdk],
    libraries: [],
    effects: false,
  },
  {
    folder: "packages/stages",
    name: "@cicl/stages",
    responsibility: "The catalogue of gates and reusable stages, a folder each.",
    rooms: [diagnostics, model, sdk],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: policy,
    name: "@cicl/policy",
    responsibility: "Policy documents, the injection of gates, and the proof that every deploy is behind them.",
    rooms: [diagnostics, model],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: kit,
    name: "@cicl/backend-kit",
    responsibility: "The contract of a backend, the check of capabilities, and the YAML printer that keeps positions.",
    rooms: [diagnostics, model],
    libraries: [],
    effects: false,
  },
  {
    folder: tree,
    name: "@cicl/actions-tree",
    responsibility: "The workflow tree that GitHub and Gitea share.",
    rooms: [diagnostics, model, kit],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: core,
    name: "@cicl/core",
    responsibility:
      "Normalises, runs the passes and synthesises; holds the interpreter that defines what a pipeline means.",
    rooms: [diagnostics, model, kit, policy],
    libraries: [],
    effects: false,
  },
  {
    folder: "packages/host",
    name: "@cicl/host",
    responsibility:
      "Everything with effects: discovers and loads pipelines, reads the lock, asks GitHub for newer pins, plans and writes files.",
    rooms: [diagnostics, model, sdk, actions, kit, tree, core],
    libraries: ["@octokit/rest", "diff", "fast-glob", "ignore", "yaml"],
    effects: true,
  },
  {
    folder: "backends/github",
    name: "@cicl/backend-github",
    responsibility: "Renders pipelines for GitHub Actions.",
    rooms: [diagnostics, model, kit, tree],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: "backends/gitea",
    name: "@cicl/backend-gitea",
    responsibility: "Renders pipelines for Gitea Actions.",
    rooms: [diagnostics, model, kit, tree],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: "backends/cloudbuild",
    name: "@cicl/backend-cloudbuild",
    responsibility: "Renders pipelines for Google Cloud Build.",
    rooms: [diagnostics, model, kit],
    libraries: ["zod"],
    effects: false,
  },
  {
    folder: "cli",
    name: "cicl",
    responsibility:
      "The published package: commands, reporters, exit codes, the registry of backends, and what users import.",
    rooms: "all",
    libraries: ["commander"],
    effects: true,
  },
  {
    folder: "schemas",
    responsibility: "JSON Schemas, generated from the schemas of the rooms.",
    rooms: [],
    libraries: [],
    effects: false,
  },
  {
    folder: "test",
    responsibility: "What crosses rooms: goldens, conformance, engines, architecture.",
    rooms: "all",
    libraries: [
      "@actions/expressions",
      "@actions/languageservice",
      "@actions/workflow-parser",
      "@typescript/typescript6",
      "fast-check",
      "vscode-languageserver-textdocument",
    ],
    effects: true,
  },
];

/** Libraries that more than one room may use. */
export const sharedLibraries: readonly string[] = ["zod"];
