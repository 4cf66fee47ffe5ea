import { oneOf } from "./dependencies.ts";
import { checkAccount } from "./options.ts";
import { invalid, type Path, type Problem } from "./problem.ts";
import { checkSubstitutions } from "./substitutions.ts";
import { mapOf, textMapOf, textOf, textsOf, type View } from "./view.ts";

/** What may start a trigger's builds, and the type of event that each is. */
const eventTypes: Readonly<Record<string, string>> = {
  github: "REPO",
  repositoryEventConfig: "REPO",
  developerConnectEventConfig: "REPO",
  bitbucketServerTriggerConfig: "REPO",
  triggerTemplate: "REPO",
  pubsubConfig: "PUBSUB",
  webhookConfig: "WEBHOOK",
};

/** Those that tell pushes from pull requests. */
const hosts = ["github", "repositoryEventConfig", "developerConnectEventConfig", "bitbucketServerTriggerConfig"];

/** Checks a trigger but for the build inside it. */
export function checkTriggerItself(trigger: View): readonly Problem[] {
  const events = Object.keys(eventTypes).filter((key) => trigger[key] !== undefined);
  return [
    ...checkName(textOf(trigger.name) ?? ""),
    ...checkEvent(trigger, events),
    ...hosts.flatMap((key) => (trigger[key] === undefined ? [] : checkHost(mapOf(trigger[key]), [key]))),
    ...checkTemplate(trigger.triggerTemplate),
    ...oneOf(trigger, ["filename", "build", "gitFileSource", "autodetect"], []),
    ...checkSource(trigger, "sourceToBuild"),
    ...checkSource(trigger, "gitFileSource"),
    ...checkFiles(trigger),
    ...checkSubstitutions(textMapOf(trigger.substitutions)),
    ...checkAccount(textOf(trigger.serviceAccount)),
    ...checkLogs(trigger),
  ];
}

function checkName(name: string): readonly Problem[] {
  if (/^[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?$/.test(name)) return [];
  return [
    invalid(["name"], {
      what: `"${name}" is no name for a trigger.`,
      why: "Cloud Build refuses it.",
      fix: "Use at most 64 letters, digits and dashes, with a letter or digit at both ends.",
    }),
  ];
}

function checkEvent(trigger: View, events: readonly string[]): readonly Problem[] {
  const [event] = events;
  if (events.length > 1) return oneOf(trigger, events, []);
  if (event === undefined && trigger.sourceToBuild === undefined) return [eventless()];
  const type = event === undefined ? "MANUAL" : eventTypes[event];
  if (trigger.eventType === undefined || trigger.eventType === type) return [];
  return [
    invalid(["eventType"], {
      what: `The trigger says that its events are ${trigger.eventType}, and they are ${type}.`,
      why: "Cloud Build would wait for events that never come, or refuse the trigger.",
      fix: 'Correct "eventType", or leave it out.',
    }),
  ];
}

function checkHost(host: View, path: Path): readonly Problem[] {
  const push = mapOf(host.push);
  return [
    ...oneOf(host, ["push", "pullRequest"], path),
    ...(host.push === undefined ? [] : oneOf(push, ["branch", "tag"], [...path, "push"])),
    ...checkPattern(textOf(push.branch), [...path, "push", "branch"]),
    ...checkPattern(textOf(push.tag), [...path, "push", "tag"]),
    ...checkPattern(textOf(mapOf(host.pullRequest).branch), [...path, "pullRequest", "branch"]),
  ];
}

function checkTemplate(template: unknown): readonly Problem[] {
  if (template === undefined) return [];
  const map = mapOf(template);
  return [
    ...oneOf(map, ["branchName", "tagName"], ["triggerTemplate"]),
    ...checkPattern(textOf(map.branchName), ["triggerTemplate", "branchName"]),
    ...checkPattern(textOf(map.tagName), ["triggerTemplate", "tagName"]),
  ];
}

/** Patterns are RE2, which has neither look-around nor back references, and they match anywhere unless anchored. */
function checkPattern(pattern: string | undefined, path: Path): readonly Problem[] {
  if (pattern === undefined) return [];
  const anchored = /^\^.*(?<!\\)(?:\\\\)*\$$/s.test(pattern) && !/(?<!\\)(?:\\\\)*\|/.test(withoutGroups(pattern));
  return [
    ...(anchored ? [] : [unanchored(pattern, path)]),
    ...(isExpression(pattern) ? [] : [noExpression(pattern, path)]),
  ];
}

/** The pattern without what stands in round or square brackets, where `|` doesn't escape the anchors. */
function withoutGroups(pattern: string): string {
  const inner = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, "").replace(/\([^()]*\)/g, "");
  return inner.length === pattern.length ? pattern : withoutGroups(inner);
}

function isExpression(pattern: string): boolean {
  if (/\(\?<?[=!]|\\[1-9]/.test(pattern.replaceAll("\\\\", ""))) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function checkSource(trigger: View, key: "sourceToBuild" | "gitFileSource"): readonly Problem[] {
  if (trigger[key] === undefined) return [];
  const source = mapOf(trigger[key]);
  const ref = textOf(source.ref);
  const named = ref === undefined || ref.startsWith("refs/");
  return [...oneOf(source, ["uri", "repository"], [key]), ...(named ? [] : [noRef(ref, [key, "ref"])])];
}

function checkFiles(trigger: View): readonly Problem[] {
  return ["includedFiles", "ignoredFiles"].flatMap((key) =>
    textsOf(trigger[key]).flatMap((glob, index) =>
      glob === ""
        ? [
            invalid([key, index], {
              what: "A glob of files is empty.",
              why: "It matches nothing.",
              fix: "Remove it.",
            }),
          ]
        : [],
    ),
  );
}

function checkLogs(trigger: View): readonly Problem[] {
  if (trigger.includeBuildLogs === undefined || trigger.github !== undefined) return [];
  return [
    invalid(["includeBuildLogs"], {
      what: "Only a trigger of GitHub can show logs there.",
      why: "Cloud Build refuses it for every other one.",
      fix: 'Remove "includeBuildLogs".',
    }),
  ];
}

function eventless(): Problem {
  return invalid([], {
    what: "The trigger has no event.",
    why: "Nothing would ever start it, and to start it by hand it needs to know what to build.",
    fix: 'State an event, or "sourceToBuild" for a trigger that is started by hand.',
  });
}

function unanchored(pattern: string, path: Path): Problem {
  return invalid(path, {
    what: `The pattern "${pattern}" isn't anchored.`,
    why: "Cloud Build looks for it anywhere in the name, so that other branches or tags would start builds as well.",
    fix: "Begin it with ^, end it with $, and put alternatives into brackets.",
  });
}

function noExpression(pattern: string, path: Path): Problem {
  return invalid(path, {
    what: `The pattern "${pattern}" is no regular expression of RE2.`,
    why: "Cloud Build refuses it.",
    fix: "Correct it; RE2 has neither look-around nor back references.",
  });
}

function noRef(ref: string, path: Path): Problem {
  return invalid(path, {
    what: `"${ref}" is no full ref.`,
    why: "A branch and a tag could be meant.",
    fix: "Begin it with refs/heads/ or refs/tags/.",
  });
}
