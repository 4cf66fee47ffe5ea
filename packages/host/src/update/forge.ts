import { CiclError } from "@cicl/diagnostics";
import { Absent, type ForgeAddress, openClient } from "./client.ts";
import { unexpected, unknownRepository } from "./refusals.ts";
import { readVersion, type Version } from "./version.ts";

/** Where the versions of actions come from. Each question is asked once. */
export interface Forge {
  /**
   * The finished full versions that a repository offers: its releases, or its tags where none of those is one.
   * @param repository `owner/repo`
   * @throws CiclError CICL6001 to CICL6005, as all of these functions
   */
  versions(repository: string): Promise<readonly Offer[]>;
  /** The commit that a tag leads to; `undefined` when there is no such tag. */
  commitOf(repository: string, tag: string): Promise<string | undefined>;
  /** When a commit was made, in milliseconds; its author may have written down anything. */
  madeAt(repository: string, commit: string): Promise<number>;
}

/** A version that may be taken. */
export interface Offer {
  readonly version: Version;
  /** When it was released, in milliseconds; absent where there is a tag alone. */
  readonly published?: number;
}

type Data = Readonly<Record<string, unknown>>;

/** Opens the way to GitHub's REST API; nothing is asked yet. */
export function openForge(address: ForgeAddress): Forge {
  const { rest, everyPage } = openClient(address);
  const strange = (what: string): CiclError => new CiclError(unexpected(address.api, what));
  const text = (data: unknown, key: string): string => {
    const value = isData(data) ? data[key] : undefined;
    if (typeof value !== "string") throw strange(`without the text "${key}"`);
    return value;
  };
  const time = (data: unknown, key: string): number => {
    const value = Date.parse(text(data, key));
    if (Number.isNaN(value)) throw strange(`with a "${key}" that is no time`);
    return value;
  };
  /** An object that a tag leads to: a commit, or a tag object in front of one, which may be another's. */
  const target = (data: unknown): { readonly type: string; readonly sha: string } => {
    const object = isData(data) ? data.object : undefined;
    const sha = text(object, "sha");
    if (!/^[0-9a-f]{40}$/.test(sha)) throw strange('with a "sha" that is no commit');
    return { type: text(object, "type"), sha };
  };

  const offers = async (repository: string): Promise<readonly Offer[]> => {
    const place = placeOf(repository);
    const releases = await everyPage(rest.repos.listReleases, place);
    const isFinished = (release: unknown): boolean =>
      isData(release) && release.draft === false && release.prerelease === false;
    const finished = releases.filter(isFinished).flatMap((release): readonly Offer[] => {
      const version = fullVersion(text(release, "tag_name"));
      return version ? [{ version, published: time(release, "published_at") }] : [];
    });
    if (finished.length > 0) return finished;
    const unfinished = new Set(releases.map((release) => text(release, "tag_name")));
    const tags = (await everyPage(rest.repos.listTags, place)).map((tag) => text(tag, "name"));
    return tags.flatMap((tag): readonly Offer[] => {
      const version = unfinished.has(tag) ? undefined : fullVersion(tag);
      return version ? [{ version }] : [];
    });
  };
  const follow = async (repository: string, tag: string): Promise<string> => {
    const place = placeOf(repository);
    let { type, sha } = target((await rest.git.getRef({ ...place, ref: `tags/${tag}` })).data);
    for (let steps = 0; type === "tag" && steps < 5; steps++) {
      ({ type, sha } = target((await rest.git.getTag({ ...place, tag_sha: sha })).data));
    }
    if (type !== "commit") throw strange(`that the tag ${tag} of ${repository} leads to a ${type}, not to a commit`);
    return sha;
  };
  const made = async (repository: string, commit: string): Promise<number> => {
    const { data } = await rest.git.getCommit({ ...placeOf(repository), commit_sha: commit });
    return time(data.committer, "date");
  };
  return {
    versions: once((repository) => orIfAbsent(offers(repository), () => refuse(address, repository))),
    commitOf: once((repository, tag) => orIfAbsent(follow(repository, tag), () => undefined)),
    madeAt: once((repository, commit) => orIfAbsent(made(repository, commit), () => refuse(address, repository))),
  };
}

function placeOf(repository: string): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

function fullVersion(tag: string): Version | undefined {
  const version = readVersion(tag);
  return version?.isRelease ? version : undefined;
}

function refuse({ api }: ForgeAddress, repository: string): never {
  throw new CiclError(unknownRepository(api, repository));
}

async function orIfAbsent<T, U>(answer: Promise<T>, otherwise: () => U): Promise<T | U> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof Absent) return otherwise();
    throw cause;
  }
}

/** Remembers the answers of a function; several actions may live in one repository. */
function once<A extends readonly string[], T>(ask: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (...args) => {
    const key = args.join(" ");
    const answer = answers.get(key) ?? ask(...args);
    answers.set(key, answer);
    return answer;
  };
}

function isData(data: unknown): data is Data {
  return typeof data === "object" && data !== null;
}
