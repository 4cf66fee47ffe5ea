import { type Diagnostic, error, type Origin } from "@cicl/diagnostics";
import { type Job, jobIdPattern, type Pipeline, type Step, stepsOf } from "@cicl/model";
import type { DraftCheck } from "./check.ts";

interface Named {
  readonly name: string;
  readonly origin: Origin;
}

/** What a kind of name looks like, and when two of them are the same. */
interface Form {
  readonly title: string;
  readonly pattern: RegExp;
  readonly says: string;
  readonly same: (name: string) => string;
}

const ignoringCase = (name: string): string => name.toLowerCase();
const id = {
  pattern: jobIdPattern,
  says: "lower-case letters, digits and hyphens, a letter first, at most 63 characters",
};
const label = {
  pattern: /^[A-Za-z][A-Za-z0-9 ._-]{0,62}$/,
  says: "letters, digits, spaces, dots, hyphens and underscores, a letter first, at most 63 characters",
};
const word = {
  pattern: /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/,
  says: "letters, digits, hyphens and underscores, no digit first, at most 100 characters",
};
const variable = { pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, says: "letters, digits and underscores, no digit first" };

const forms = {
  pipeline: { title: "pipeline", ...id, same: ignoringCase },
  job: { title: "job", ...id, same: ignoringCase },
  stage: { title: "stage", ...label, same: ignoringCase },
  required: { title: "set of required jobs", ...label, same: ignoringCase },
  // An environment's name becomes the prefix of its secrets, where a hyphen is an underscore.
  environment: { title: "environment", ...word, same: (name) => name.toLowerCase().replaceAll("-", "_") },
  output: { title: "output", ...word, same: ignoringCase },
  service: { title: "service", ...word, same: ignoringCase },
  variable: { title: "environment variable", ...variable, same: (name) => name },
} satisfies Record<string, Form>;

/** Every name has its form and stands once where it must be unique. */
export const names: DraftCheck = (draft) => [
  ...problems(forms.pipeline, [draft]),
  ...problems(forms.stage, draft.stages),
  ...problems(forms.required, draft.required),
  ...problems(forms.environment, draft.environments),
  ...problems(forms.variable, draft.env),
  ...problems(
    forms.job,
    draft.jobs.map((job) => ({ name: job.id, origin: job.origin })),
  ),
  ...draft.jobs.flatMap((job) => [...reserved(job), ...inJob(job), ...inStage(job, draft)]),
];

function inJob(job: Job): readonly Diagnostic[] {
  const scopes = [job.env, job.container?.env ?? [], ...job.services.map((service) => service.env)];
  const scripts = stepsOf(job).map(({ step }) => stepVariables(step));
  return [
    ...problems(forms.output, job.outputs),
    ...problems(forms.service, job.services),
    ...[...scopes, ...scripts].flatMap((scope) => problems(forms.variable, scope)),
  ];
}

function stepVariables(step: Step): readonly Named[] {
  return step.kind === "script" || step.kind === "container" || step.kind === "uses" ? step.env : [];
}

function inStage(job: Job, draft: Pipeline<"draft">): readonly Diagnostic[] {
  if (draft.stages.some((stage) => stage.name === job.stage)) return [];
  return [
    error(
      "CICL2004",
      {
        what: `The job "${job.id}" stands in the stage "${job.stage}", which the pipeline doesn't have.`,
        why: "Without its stage nobody knows what the job comes after.",
        fix: "Put the job into one of the pipeline's stages.",
      },
      { origin: job.origin },
    ),
  ];
}

function reserved(job: Job): readonly Diagnostic[] {
  if (![job.id, job.stage].some((name) => name.startsWith("cicl-")) && job.role !== "aggregate") return [];
  return [
    error(
      "CICL4005",
      {
        what: `The job "${job.id}" has an id, a stage or a role that only a policy may give.`,
        why: "A job of that name could pass for a gate, or be required in place of one.",
        fix: `Use names that don't start with "cicl-", and let the policy add the aggregate.`,
      },
      { origin: job.origin },
    ),
  ];
}

function problems(form: Form, named: readonly Named[]): readonly Diagnostic[] {
  if (named.length === 0) return [];
  const first = new Map<string, Named>();
  return named.flatMap(({ name, origin }): readonly Diagnostic[] => {
    const wrong = form.pattern.test(name) ? [] : [malformed(form, name, origin)];
    const same = form.same(name);
    const earlier = first.get(same);
    if (!earlier) {
      first.set(same, { name, origin });
      return wrong;
    }
    return [...wrong, duplicate(form, name, origin, earlier)];
  });
}

function malformed(form: Form, name: string, origin: Origin): Diagnostic {
  return error(
    "CICL2001",
    {
      what: `"${name}" can't be the name of ${article(form.title)}.`,
      why: "The name must be usable on every target and in the names of files.",
      fix: `Use ${form.says}.`,
    },
    { origin },
  );
}

function duplicate(form: Form, name: string, origin: Origin, earlier: Named): Diagnostic {
  const alike = earlier.name === name ? "" : `, which some engines can't tell from "${earlier.name}"`;
  return error(
    "CICL2002",
    {
      what: `The name "${name}" of ${article(form.title)} is used twice${alike}.`,
      why: "One of the two would hide the other.",
      fix: "Give one of them another name.",
    },
    { origin, related: [{ message: `"${earlier.name}" is declared here.`, origin: earlier.origin }] },
  );
}

function article(title: string): string {
  return `${/^[aeiou]/.test(title) ? "an" : "a"} ${title}`;
}
