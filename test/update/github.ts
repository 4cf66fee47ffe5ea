import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A tag of a repository on the server. */
export interface Tag {
  readonly commit: string;
  /** Whether tag objects stand before the commit, and how many. */
  readonly annotated?: number;
}

/** A release on the server. */
export interface Release {
  readonly tag: string;
  /** Days before now. */
  readonly age: number;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

/** A repository on the server. */
export interface Repository {
  readonly releases?: readonly Release[];
  readonly tags: Readonly<Record<string, Tag>>;
  /** How many days before now a commit was made; 100 for those that aren't listed. */
  readonly commits?: Readonly<Record<string, number>>;
}

/** What the server says instead of the answer of a path that begins like this. */
export interface Trouble {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server that speaks the parts of GitHub's REST API that an update uses. */
export interface GitHub {
  readonly url: string;
  /** What was asked, e.g. `/repos/actions/checkout/releases?per_page=100`. */
  readonly asked: readonly string[];
  /** The values of `authorization` that came along; empty where there was none. */
  readonly tokens: readonly (string | undefined)[];
}

const day = 24 * 60 * 60 * 1000;
const before = (age: number): string => new Date(Date.now() - age * day).toISOString();

/** A commit made of one digit. */
export const sha = (digit: string): string => digit.repeat(40);

/**
 * Starts a server for one test.
 * @param repositories by `owner/repo`
 * @param troubles by the beginning of a path, e.g. `/repos/actions/checkout`
 * @param pageSize how many entries a page of a list holds
 */
export async function github(
  repositories: Readonly<Record<string, Repository>>,
  troubles: Readonly<Record<string, Trouble>> = {},
  pageSize = 100,
): Promise<GitHub> {
  const asked: string[] = [];
  const tokens: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    tokens.push(request.headers.authorization);
    const { status, headers, body, type = "application/json; charset=utf-8" } = answer(request);
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer(request: IncomingMessage): Trouble {
    const asks = new URL(request.url ?? "", url);
    const path = decodeURIComponent(asks.pathname);
    const trouble = Object.entries(troubles).find(([beginning]) => path.startsWith(beginning));
    if (trouble) return trouble[1];
    const [, owner, name, what = ""] = /^\/repos\/([^/]+)\/([^/]+)\/(.*)$/.exec(path) ?? [];
    const found = repositories[`${owner}/${name}`];
    const data = found && contentOf(found, what);
    if (data === undefined) return { status: 404, body: '{ "message": "Not Found" }' };
    if (!Array.isArray(data)) return { status: 200, body: JSON.stringify(data) };
    const page = Number(asks.searchParams.get("page") ?? 1);
    const next = new URL(asks);
    next.searchParams.set("page", String(page + 1));
    const link = page * pageSize < data.length ? { link: `<${next}>; rel="next", <${asks}>; rel="last"` } : {};
    return { status: 200, headers: link, body: JSON.stringify(data.slice((page - 1) * pageSize, page * pageSize)) };
  }
  return { url, asked, tokens };
}

function contentOf({ releases = [], tags, commits = {} }: Repository, what: string): unknown {
  if (what === "releases") {
    return releases.map(({ tag, age, draft = false, prerelease = false }) => ({
      tag_name: tag,
      draft,
      prerelease,
      published_at: draft ? null : before(age),
    }));
  }
  if (what === "tags") return Object.entries(tags).map(([name, { commit }]) => ({ name, commit: { sha: commit } }));
  const [, kind, subject = ""] = /^git\/(ref\/tags|tags|commits)\/(.+)$/.exec(what) ?? [];
  if (kind === "ref/tags") {
    const tag = tags[subject];
    return tag && { object: reached(subject, tag, tag.annotated ?? 0) };
  }
  if (kind === "tags") {
    const [name = "", left] = Buffer.from(subject.replace(/^0+/, ""), "hex").toString().split(" ");
    const tag = tags[name];
    return tag && { object: reached(name, tag, Number(left) - 1) };
  }
  return kind === "commits" ? { committer: { date: before(commits[subject] ?? 100) } } : undefined;
}

/** What a tag leads to when some tag objects are still to come; such an object's name says which tag it is of. */
function reached(name: string, { commit }: Tag, left: number): unknown {
  if (left === 0) return { type: "commit", sha: commit };
  return { type: "tag", sha: Buffer.from(`${name} ${left}`).toString("hex").padStart(40, "0") };
}
