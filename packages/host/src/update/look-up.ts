import type { ActionPin } from "@cicl/backend-kit";
import { type Diagnostic, hasErrors } from "@cicl/diagnostics";
import { deletedTag, incomparable, movedTag, noVersion } from "./findings.ts";
import type { Forge, Offer } from "./forge.ts";
import { compareVersions, readVersion, type Version } from "./version.ts";

/** An action of which a newer version is wanted. */
export interface WantedAction {
  /** `owner/repo[/path]` */
  readonly action: string;
  /** What runs now; absent for an action that nobody has pinned yet. */
  readonly pinned?: ActionPin;
  /** Whether that stands in the lock; otherwise it is what cicl ships. */
  readonly locked: boolean;
}

/** What may be taken. */
export interface UpdateRules {
  /** Whether a later major version may be taken. */
  readonly major: boolean;
  /** How old a version must be, in days. */
  readonly cooldown: number;
  /** Milliseconds. */
  readonly now: number;
}

/** A version with its day. */
export interface Dated {
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly released: string;
}

/** What came of looking an action up. */
export interface LookedUp extends WantedAction {
  /** The version to pin; absent: it stays as it is. */
  readonly next?: ActionPin & Dated;
  /** Newer ones that are too young, the newest first. */
  readonly young: readonly Dated[];
  /** The newest version of a later major, where none may be taken. */
  readonly laterMajor?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const day = 24 * 60 * 60 * 1000;

/**
 * Finds the newest version of an action that may be taken. A version is as old as its release or its commit, whichever
 * is younger: a tag can be moved to a new commit after its release.
 * @throws CiclError CICL6001 to CICL6005
 */
export async function lookUp(wanted: WantedAction, rules: UpdateRules, forge: Forge): Promise<LookedUp> {
  const { action, pinned } = wanted;
  const repository = repositoryOf(action);
  const current = pinned && readVersion(pinned.version);
  if (pinned && !current) return { ...wanted, young: [], diagnostics: [incomparable(action, pinned.version)] };
  const diagnostics = pinned ? checkTag(wanted, pinned, await forge.commitOf(repository, pinned.version)) : [];
  if (hasErrors(diagnostics)) return { ...wanted, young: [], diagnostics };

  const offers = await forge.versions(repository);
  if (!current && offers.length === 0) return { ...wanted, young: [], diagnostics: [noVersion(action)] };
  const newer = newerThan(current, offers);
  const isLater = ({ version }: Offer): boolean => current !== undefined && version.major > current.major;
  const later = rules.major ? undefined : newer.find(isLater);
  const choice = await choose(
    newer.filter((offer) => rules.major || !isLater(offer)),
    (tag) => forge.commitOf(repository, tag),
    (commit) => forge.madeAt(repository, commit),
    rules,
  );
  return { ...wanted, ...choice, ...(later ? { laterMajor: later.version.text } : {}), diagnostics };
}

/** The repository of an action that may be a folder of it. */
function repositoryOf(action: string): string {
  return action.split("/").slice(0, 2).join("/");
}

function checkTag(wanted: WantedAction, pinned: ActionPin, commit: string | undefined): readonly Diagnostic[] {
  if (commit === undefined) return [deletedTag(wanted.action, pinned)];
  return commit === pinned.commit ? [] : [movedTag(wanted, pinned, commit)];
}

function newerThan(current: Version | undefined, offers: readonly Offer[]): readonly Offer[] {
  return offers
    .filter(({ version }) => current === undefined || compareVersions(version, current) > 0)
    .sort((one, other) => compareVersions(other.version, one.version));
}

async function choose(
  offers: readonly Offer[],
  commitOf: (tag: string) => Promise<string | undefined>,
  madeAt: (commit: string) => Promise<number>,
  { cooldown, now }: UpdateRules,
): Promise<Pick<LookedUp, "next" | "young">> {
  const young: Dated[] = [];
  const isYoung = (time: number): boolean => now - time < cooldown * day;
  for (const { version, published } of offers) {
    if (published !== undefined && isYoung(published)) {
      young.push({ version: version.text, released: dayOf(published) });
      continue;
    }
    const commit = await commitOf(version.text);
    // A release outlives its tag; there is nothing to pin then.
    if (commit === undefined) continue;
    const released = Math.max(published ?? 0, await madeAt(commit));
    const dated = { version: version.text, released: dayOf(released) };
    if (!isYoung(released)) return { next: { ...dated, commit }, young };
    young.push(dated);
  }
  return { young };
}

/** The day of a time, `YYYY-MM-DD`, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
