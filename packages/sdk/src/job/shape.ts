import { at } from "@cicl/diagnostics";
import {
  type Checkout as CheckoutNode,
  type Concurrency,
  type Container,
  deepFreeze,
  type Expression,
  type Permissions,
  permissionLevels,
  permissionScopes,
  type Report,
  type Retry,
  type Service,
} from "@cicl/model";
import { minutes, seconds } from "../check/duration.ts";
import { id } from "../check/names.ts";
import { path } from "../check/path.ts";
import { port } from "../check/port.ts";
import {
  flag,
  list,
  object,
  oneOf,
  optional,
  type Reader,
  record,
  text,
  whole,
  withDefault,
  wrong,
} from "../check/reader.ts";
import { condition } from "../condition.ts";
import type { Exact } from "../exact.ts";
import { githubJobKeys } from "../github/keys.ts";
import { originHere } from "../origin.ts";
import { defaultRunner, runnerNode } from "../runner.ts";
import { registry } from "../sealed.ts";
import { containerImage, environ, expressionOf, textValue } from "../values.ts";
import { jobNode } from "./handle.ts";
import type { Checkout } from "./options.ts";

export interface CheckoutOptions {
  /** Number of commits, 1 by default; 0 means all. */
  readonly depth?: number;
  readonly submodules?: boolean;
  readonly lfs?: boolean;
}

const checkouts = registry<Checkout, CheckoutNode>();

const checkoutShape = object("A checkout", {
  depth: withDefault(whole(0), 1),
  submodules: withDefault(flag, false),
  lfs: withDefault(flag, false),
});

/** Says how a job's working copy is made: the value of the job option `checkout`. */
export function checkout<const O extends CheckoutOptions = Record<never, never>>(
  options?: O & Exact<O, CheckoutOptions>,
): Checkout {
  return checkouts.seal({}, deepFreeze(checkoutShape(options ?? {}, originHere())));
}

/** What a job checks out unless it says otherwise. */
const defaultCheckout: CheckoutNode = deepFreeze({ depth: 1, submodules: false, lfs: false });

/** Reads the option `checkout`. */
const checkoutOption: Reader<false | CheckoutNode> = (value, origin) => {
  if (value === undefined) return defaultCheckout;
  return value === false
    ? false
    : (checkouts.open(value) ?? wrong(value, "false or what checkout(…) returned", origin));
};

const anyValue: Reader<Expression> = (value, origin) => expressionOf(value) ?? wrong(value, "a value", origin);

/** Reads the credentials of a registry; the password must be a value, since text would stand in the repository. */
export const login = object("A login", { username: textValue, password: anyValue });

const containerShape = object("A container", {
  image: containerImage,
  env: withDefault(environ, []),
  credentials: optional(login),
});

const container: Reader<Container> = (value, origin) =>
  typeof value === "string" || expressionOf(value)
    ? { image: containerImage(value, origin), env: [] }
    : containerShape(value, origin);

const healthShape = object("A health check", {
  command: text,
  interval: withDefault(seconds, 10),
  retries: withDefault(whole(1), 5),
});

const serviceShape = object("A service", {
  image: containerImage,
  env: withDefault(environ, []),
  ports: withDefault(list(port), []),
  health: optional(healthShape),
});

const services: Reader<readonly Service[]> = record((value, origin, name) => {
  const { health, ...read } = serviceShape(value, origin);
  return {
    name: id(name, origin),
    origin,
    ...read,
    ...(health
      ? { health: { command: health.command, intervalSeconds: health.interval, retries: health.retries } }
      : {}),
  };
});

const tries = whole(2, 10);
const retryShape = object("A retry", { attempts: tries, delay: optional(seconds) });
const retry: Reader<Retry> = (value, origin) => {
  if (typeof value === "number") return { attempts: tries(value, origin), delaySeconds: 0 };
  const { attempts, delay } = retryShape(value, origin);
  return { attempts, delaySeconds: delay ?? 0 };
};

const concurrencyShape = object("A concurrency group", {
  group: textValue,
  cancelInProgress: withDefault(flag, false),
});

/** Reads the option `concurrency`. */
export const concurrency: Reader<Concurrency> = (value, origin) =>
  typeof value === "string" || expressionOf(value)
    ? { group: textValue(value, origin), cancelInProgress: false }
    : concurrencyShape(value, origin);

const permissions: Reader<Permissions> = object(
  "The permissions of a job",
  Object.fromEntries(permissionScopes.map((scope) => [scope, optional(oneOf(...permissionLevels[scope]))] as const)),
);

const paths: Reader<readonly string[]> = (value, origin) =>
  typeof value === "string" ? [path(value, origin)] : list(path, 1)(value, origin);

const percent: Reader<number> = (value, origin) =>
  typeof value === "number" && value >= 0 && value <= 100 ? value : wrong(value, "a percentage from 0 to 100", origin);

const reportShape = object("The reports of a job", {
  junit: optional(paths),
  coverage: optional(object("A coverage report", { file: path, minimum: optional(percent) })),
  sarif: optional(paths),
});

const reports: Reader<readonly Report[]> = (value, origin) => {
  const { junit, coverage, sarif } = reportShape(value, origin);
  const minimum = coverage?.minimum === undefined ? {} : { minimum: coverage.minimum };
  return [
    ...(junit ? [{ kind: "junit" as const, origin: at(origin, "junit"), paths: junit }] : []),
    ...(coverage
      ? [{ kind: "coverage" as const, origin: at(origin, "coverage"), paths: [coverage.file], ...minimum }]
      : []),
    ...(sarif ? [{ kind: "sarif" as const, origin: at(origin, "sarif"), paths: sarif }] : []),
  ];
};

/** The readers of what jobs of every kind take; steps, matrix and outputs are a room of their own. */
export const jobShape = {
  runner: withDefault(runnerNode, defaultRunner),
  container: optional(container),
  services: withDefault(services, []),
  checkout: checkoutOption,
  env: withDefault(environ, []),
  needs: optional(list(jobNode)),
  when: optional(condition),
  runs: withDefault(oneOf("on-success", "always", "on-failure"), "on-success"),
  allowFailure: withDefault(flag, false),
  permissions: withDefault(permissions, {}),
  concurrency: optional(concurrency),
  timeout: optional(minutes),
  retry: optional(retry),
  reports: withDefault(reports, []),
  github: optional(githubJobKeys),
} as const;
