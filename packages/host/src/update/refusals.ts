import { type Diagnostic, error } from "@cicl/diagnostics";
import type { ForgeAddress } from "./client.ts";

/** Why a request came to nothing. */
export interface Refusal {
  readonly diagnostic: Diagnostic;
  /** Whether any other request would come to the same. */
  readonly concernsAll: boolean;
}

/** What octokit throws, as far as it is known before it is looked at. */
interface Failure {
  readonly status: number;
  readonly message: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** `undefined`: there was no answer at all. */
  readonly body: unknown;
}

/** There is nothing at the address: never was, no more, not for this token; a repository without a commit has no tags. */
const absent: ReadonlySet<number> = new Set([404, 409, 410, 451]);

/**
 * Says what is behind a failed request.
 * @param cause what octokit has thrown
 * @returns `absent` when the API has answered that there is no such thing
 */
export function refusalOf(cause: unknown, address: ForgeAddress): Refusal | "absent" {
  const failure = failureOf(cause);
  const { status, body, path } = failure;
  const { api } = address;
  if (body === undefined) return { diagnostic: unreachable(api, reasonOf(cause)), concernsAll: true };
  if (isLimit(failure)) return { diagnostic: limited(address, failure), concernsAll: true };
  if (typeof body !== "object" || body === null || body instanceof ArrayBuffer) {
    return { diagnostic: unexpected(api, `with status ${status} and no JSON`), concernsAll: true };
  }
  if (status === 401) return { diagnostic: refusedToken(address, failure), concernsAll: true };
  if (status === 403) return { diagnostic: forbidden(address, failure), concernsAll: false };
  if (absent.has(status)) return "absent";
  return { diagnostic: unexpected(api, `${path} with status ${status}: ${failure.message}`), concernsAll: false };
}

function failureOf(cause: unknown): Failure {
  const {
    status = 0,
    response,
    request,
  } = (cause ?? {}) as {
    readonly status?: number;
    readonly response?: { readonly headers?: Failure["headers"]; readonly data?: unknown };
    readonly request?: { readonly url?: string };
  };
  const { data } = response ?? {};
  const said =
    typeof data === "object" && data !== null && "message" in data ? String(data.message) : "no reason given";
  return {
    status,
    message: said.slice(0, 200),
    path: URL.canParse(request?.url ?? "") ? new URL(request?.url ?? "").pathname : "",
    headers: response?.headers ?? {},
    body: response === undefined ? undefined : (data ?? ""),
  };
}

/** The innermost reason that has words, e.g. `connect ECONNREFUSED 127.0.0.1:1`. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause === undefined ? "" : reasonOf(cause.cause);
  return inner || cause.message || ("code" in cause ? String(cause.code) : "");
}

/** GitHub's rules: "Rate limits for the REST API" of its documentation. */
function isLimit({ status, headers, message }: Failure): boolean {
  if (status === 429) return true;
  const isSpent = headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined;
  return status === 403 && (isSpent || /rate limit/i.test(message));
}

function limited({ api, token }: ForgeAddress, { headers }: Failure): Diagnostic {
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  const later = Number(headers["retry-after"]) * 1000 + Date.now();
  const end = [later, reset].find((time) => Number.isFinite(time) && Math.abs(time) < 8.64e15);
  const until = end === undefined ? "" : ` until ${new Date(end).toISOString().replace(/\.\d+/, "")}`;
  return error("CICL6003", {
    what: `${api} answers no more requests${until}.`,
    why: "GitHub counts the requests of an address, or of a token; without one only 60 an hour are free.",
    fix: token
      ? "Run the command again then; fewer actions at a time need fewer requests."
      : "Put a token into GITHUB_TOKEN, which needs no rights for public repositories, or run the command again then.",
  });
}

function unreachable(api: string, reason: string): Diagnostic {
  return error("CICL6001", {
    what: `${api} can't be reached (${reason}).`,
    why: "Which versions an action has is asked of GitHub's API.",
    fix: "Check the network, and GITHUB_API_URL where it is set; behind a proxy set NODE_USE_ENV_PROXY=1, with Node 22.21, 24 or newer.",
  });
}

/** The refusal of an address that cicl doesn't ask. */
export function mistakenAddress(api: string): Diagnostic {
  return error("CICL6001", {
    what: `GITHUB_API_URL is ${JSON.stringify(api)}, which isn't an address that begins with https://.`,
    why: "Whoever is on the way of an answer without encryption could put any commit into it.",
    fix: "Name the address of the API, e.g. https://github.example.com/api/v3, or unset the variable for https://api.github.com.",
  });
}

function refusedToken({ api, token }: ForgeAddress, { message }: Failure): Diagnostic {
  return error("CICL6002", {
    what: token
      ? `${api} refuses the token in ${token.variable} (${message}).`
      : `${api} asks for a token (${message}).`,
    why: "A token that is wrong or has expired is refused for public repositories too.",
    fix: token
      ? `Put a valid token into ${token.variable}, or unset it where all actions are public.`
      : "Put a token that may read the actions' repositories into GITHUB_TOKEN.",
  });
}

function forbidden({ api, token }: ForgeAddress, { path, message }: Failure): Diagnostic {
  return error("CICL6002", {
    what: `${api} refuses ${path} (${message}).`,
    why: "The rights of a token, or the rules of the organisation that it belongs to, may not reach a repository.",
    fix: `Let the token in ${token?.variable ?? "GITHUB_TOKEN"} read the repository, or use one that may.`,
  });
}

/** The diagnostic for a repository that isn't there. */
export function unknownRepository(api: string, repository: string): Diagnostic {
  return error("CICL6004", {
    what: `${api} doesn't know the repository ${repository}.`,
    why: "It is misspelt, was deleted, or is private and hidden from whoever asks.",
    fix: "Correct the action's name; for a private repository put a token that may read it into GITHUB_TOKEN.",
  });
}

/** The diagnostic for an answer that isn't one. @param how completes "answers", e.g. `with no JSON` */
export function unexpected(api: string, how: string): Diagnostic {
  return error("CICL6005", {
    what: `${api} answers ${how}.`,
    why: "A proxy or a sign-in page may have answered in its place, or the service has a failure of its own.",
    fix: "Open the address to see who answers, correct GITHUB_API_URL if that is wrong, or try again later.",
  });
}
