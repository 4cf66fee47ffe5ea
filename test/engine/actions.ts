import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import type { Event, Run } from "@cicl/core";
import { gateToken, type Pipeline } from "@cicl/model";
import { parse } from "yaml";

/** What the engine says of a job: how it really ended, and what `needs.<job>.result` reads. */
export interface EngineJob {
  readonly ended: "success" | "failure" | "cancelled" | "skipped";
  readonly reads: "success" | "failure" | "cancelled" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
}

interface WorkflowJob {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly "continue-on-error"?: boolean;
  readonly outputs?: Readonly<Record<string, string>>;
}

/**
 * Plays a rendered workflow by GitHub's rules: each job in the order of its needs, its condition evaluated by the
 * official evaluator, its end as the run says. Steps aren't run; what they write is part of the run.
 * @param text the workflow file
 */
export function playWorkflow(text: string, pipeline: Pipeline, run: Run): ReadonlyMap<string, EngineJob> {
  const workflow = parse(text) as { readonly jobs: Readonly<Record<string, WorkflowJob>> };
  const github = githubContext(run.event);
  const done = new Map<string, EngineJob>();
  const ancestors = new Map<string, ReadonlySet<string>>();
  const pending = new Map(Object.entries(workflow.jobs));
  while (pending.size > 0) {
    const ready = [...pending].find(([, job]) => needsOf(job).every((need) => done.has(need)));
    if (!ready) throw new Error(`The jobs ${[...pending.keys()].join(", ")} can never start.`);
    const [id, job] = ready;
    pending.delete(id);
    const needs = needsOf(job);
    const behind = new Set(needs.flatMap((need) => [need, ...(ancestors.get(need) ?? [])]));
    ancestors.set(id, behind);
    done.set(id, play(id, job, needs, behind, done, github, pipeline, run));
  }
  return done;
}

function needsOf(job: WorkflowJob): readonly string[] {
  return typeof job.needs === "string" ? [job.needs] : (job.needs ?? []);
}

function play(
  id: string,
  job: WorkflowJob,
  needs: readonly string[],
  behind: ReadonlySet<string>,
  done: ReadonlyMap<string, EngineJob>,
  github: data.Dictionary,
  pipeline: Pipeline,
  run: Run,
): EngineJob {
  const result = (other: string): string => done.get(other)?.reads ?? "";
  const status = {
    always: () => true,
    cancelled: () => false,
    success: () => [...behind].every((other) => result(other) === "success"),
    failure: () => [...behind].some((other) => result(other) === "failure"),
  };
  const needsContext = dictionary(
    Object.fromEntries(
      needs.map((need) => [
        need,
        dictionary({ result: result(need), outputs: dictionary({ ...done.get(need)?.outputs }) }),
      ]),
    ),
  );
  const inputs = "inputs" in run.event ? run.event.inputs : {};
  const contexts = { github, needs: needsContext, inputs: dictionary({ ...inputs }), vars: dictionary({}) };
  const source = (job.if ?? "").replace(/^\$\{\{ (.*) \}\}$/s, "$1");
  const implicit = /\b(always|success|failure|cancelled)\(/.test(source)
    ? ""
    : source === ""
      ? "success()"
      : "success() && ";
  const expression = implicit === "success()" ? implicit : implicit === "" ? source : `${implicit}(${source})`;
  if (!truthy(evaluate(expression, contexts, status))) return { ended: "skipped", reads: "skipped", outputs: {} };
  return finish(id, job, done, pipeline, run);
}

/** How a job that runs ends, and what its steps have written. */
function finish(
  id: string,
  job: WorkflowJob,
  done: ReadonlyMap<string, EngineJob>,
  pipeline: Pipeline,
  run: Run,
): EngineJob {
  const node = pipeline.jobs.find((candidate) => candidate.id === id);
  const outcome = run.outcomes[id];
  const verdict = node?.role === "aggregate" ? aggregateEnd(pipeline, id, done) : undefined;
  const given = outcome?.result ?? "success";
  const ended = given === "success" ? (verdict ?? given) : given;
  // A job whose end the run states has died before its first step.
  const written: Readonly<Record<string, string>> =
    given === "success" ? { ...(node?.role === "gate" ? { [gateToken]: "1700000000" } : {}), ...outcome?.outputs } : {};
  const declared = Object.keys(job.outputs ?? {}).filter((name) => written[name] !== undefined && written[name] !== "");
  const token = ended === "success" && job.outputs?.["cicl-success"] ? { "cicl-success": "true" } : {};
  return {
    ended,
    reads: job["continue-on-error"] === true && ended === "failure" ? "success" : ended,
    outputs: { ...Object.fromEntries(declared.map((name) => [name, written[name] ?? ""])), ...token },
  };
}

/** The aggregate's script, as far as its verdict goes. */
function aggregateEnd(pipeline: Pipeline, id: string, done: ReadonlyMap<string, EngineJob>): "success" | "failure" {
  const job = pipeline.jobs.find((candidate) => candidate.id === id);
  const members = job && "edges" in job ? job.edges.map((edge) => edge.from) : [];
  const passed = members.every((member) => {
    const gate = pipeline.jobs.find((candidate) => candidate.id === member)?.role === "gate";
    const end = done.get(member);
    return end?.reads === "success" && (!gate || (end.outputs[gateToken] ?? "") !== "");
  });
  return passed ? "success" : "failure";
}

/** What the official evaluator makes of an expression. @param status how the functions on results answer */
export function evaluate(
  source: string,
  contexts: Readonly<Record<string, data.ExpressionData>>,
  status: Readonly<Record<string, () => boolean>>,
): data.ExpressionData {
  const functions = Object.entries(status).map(([name, call]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(call()),
  }));
  const { tokens } = new Lexer(source).lex();
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = new Map(functions.map((definition) => [definition.name, definition]));
  return new Evaluator(tree, dictionary(contexts), known).evaluate();
}

/** Whether the engine takes a value for true. */
export function truthy(value: data.ExpressionData): boolean {
  if (value.kind === data.Kind.Boolean) return value.value;
  if (value.kind === data.Kind.String) return value.value !== "";
  if (value.kind === data.Kind.Number) return value.value !== 0;
  return value.kind !== data.Kind.Null;
}

type Plain = string | number | boolean | null | data.ExpressionData;

/** A context, or a part of one. */
export function dictionary(entries: Readonly<Record<string, Plain>>): data.Dictionary {
  return new data.Dictionary(...Object.entries(entries).map(([key, value]) => ({ key, value: box(value) })));
}

function box(value: Plain): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  return typeof value === "boolean" ? new data.BooleanData(value) : value;
}

/** The context that GitHub gives a run. */
function githubContext(event: Event): data.Dictionary {
  const common = {
    sha: event.commit,
    actor: event.actor,
    repository: `${event.repository.owner}/${event.repository.name}`,
  };
  const named = (
    name: string,
    ref: string,
    short: string,
    payload: data.Dictionary = dictionary({}),
  ): data.Dictionary => dictionary({ ...common, event_name: name, ref, ref_name: short, event: payload });
  switch (event.kind) {
    case "push":
    case "schedule":
      return named(event.kind, `refs/heads/${event.branch}`, event.branch);
    case "tag":
      return named("push", `refs/tags/${event.tag}`, event.tag);
    case "merge-queue":
      return named("merge_group", event.ref, event.ref.replace("refs/heads/", ""));
    case "manual":
    case "call": {
      const ref = `refs/${event.ref.kind === "branch" ? "heads" : "tags"}/${event.ref.name}`;
      return named(event.kind === "manual" ? "workflow_dispatch" : "workflow_call", ref, event.ref.name);
    }
    case "native": {
      // Such an event runs on the default branch, whatever pull request it tells of.
      const pull = dictionary({ number: 7, title: "yes", draft: true, head: dictionary({ sha: "f".repeat(40) }) });
      const payload = dictionary({ action: event.activity, pull_request: pull });
      return named(event.event, event.ref, event.ref.replace("refs/heads/", ""), payload);
    }
    case "pull-request": {
      const head = event.fork ? "stranger/hub" : `${event.repository.owner}/${event.repository.name}`;
      const pull = dictionary({
        number: event.number,
        title: event.title,
        body: event.body,
        draft: event.draft,
        head: dictionary({ sha: event.commit, repo: dictionary({ full_name: head }) }),
      });
      return named(
        "pull_request",
        `refs/pull/${event.number}/merge`,
        `${event.number}/merge`,
        dictionary({ pull_request: pull }),
      );
    }
  }
}
