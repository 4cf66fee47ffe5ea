import { CiclError } from "@cicl/diagnostics";
import { octokitRest } from "../lazy.ts";
import { mistakenAddress, refusalOf, unexpected } from "./refusals.ts";

/** Where GitHub's API is, and who asks it. */
export interface ForgeAddress {
  /** Without a slash at its end, e.g. `https://api.github.com`. */
  readonly api: string;
  readonly token?: Token;
}

/** A token, and the variable that holds it. */
export interface Token {
  readonly variable: string;
  readonly value: string;
}

/** Thrown where the API says that there is no such thing. */
export class Absent extends Error {}

const patience = 30_000;
const mostPages = 100;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Reads from the environment what jobs of GitHub Actions and GitHub's own command line understand too.
 * @throws CiclError CICL6001 for an address that isn't one, or that others on the way could answer for
 */
export function forgeAddress(env: Readonly<Record<string, string | undefined>>): ForgeAddress {
  const api = (env.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  const url = URL.canParse(api) ? new URL(api) : undefined;
  const isHere = url !== undefined && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url?.protocol !== "https:" && !(url?.protocol === "http:" && isHere)) throw new CiclError(mistakenAddress(api));
  const variable = ["GITHUB_TOKEN", "GH_TOKEN"].find((name) => env[name]);
  return { api, ...(variable === undefined ? {} : { token: { variable, value: env[variable] ?? "" } }) };
}

/**
 * Makes octokit such that everything that goes wrong is a diagnostic, and that nothing more is asked once the API
 * wouldn't answer it either.
 */
export function openClient(address: ForgeAddress) {
  const { Octokit } = octokitRest();
  const client = new Octokit({
    baseUrl: address.api,
    userAgent: "cicl",
    log: silent,
    request: {
      log: silent,
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(patience) }),
    },
    ...(address.token ? { auth: address.token.value } : {}),
  });
  let refusedAll: CiclError | undefined;
  client.hook.wrap("request", async (request, options) => {
    if (refusedAll) throw refusedAll;
    try {
      const response = await request(options);
      // A proxy's or a sign-in page arrives with a status of success.
      if (typeof response.data === "object" && !(response.data instanceof ArrayBuffer)) return response;
      throw Object.assign(new Error("not JSON"), { status: response.status, response });
    } catch (cause) {
      const refusal = refusalOf(cause, address);
      if (refusal === "absent") throw new Absent();
      const error = new CiclError(refusal.diagnostic);
      if (refusal.concernsAll) refusedAll = error;
      throw error;
    }
  });

  type Listing = typeof client.rest.repos.listReleases | typeof client.rest.repos.listTags;
  /** Everything that a list holds, over all of its pages. */
  const everyPage = async (listing: Listing, place: { owner: string; repo: string }): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    let pages = 0;
    for await (const { data } of client.paginate.iterator(listing, { ...place, per_page: 100 })) {
      if (!Array.isArray(data)) throw new CiclError(unexpected(address.api, "with something that is no list"));
      if (++pages > mostPages) throw new CiclError(unexpected(address.api, `with more than ${mostPages} pages`));
      found.push(...data);
    }
    return found;
  };
  return { rest: client.rest, everyPage };
}
