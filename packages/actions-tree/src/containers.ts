import { pinnedImage, type YamlData } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Container, Job, Service } from "@cicl/model";
import { bindingsOf } from "./bindings.ts";
import { inside, type Scope, type Spot, traceAt, writtenAt } from "./scope.ts";
import { text } from "./value.ts";

/** The container that a job runs in. */
export function containerOf(container: Container, scope: Scope, spot: Spot): YamlData {
  const here = inside(spot, "container");
  traceAt(scope, here, "job.container");
  const { credentials } = container;
  if (credentials) traceAt(scope, inside(here, "credentials"), "job.container.credentials");
  const credential = (name: "username" | "password"): string | undefined =>
    credentials && text(credentials[name], "credentials", scope, inside(here, "credentials", name));
  return {
    image: pinnedImage(container.image, scope, spot.origin),
    credentials: credentials && { username: credential("username"), password: credential("password") },
    env: bindingsOf(container.env, "container-env", undefined, scope, inside(here, "env")),
  };
}

/** The containers beside a job. */
export function servicesOf(job: Job, scope: Scope, spot: Spot): YamlData {
  if (job.services.length === 0) return undefined;
  if (!job.container) {
    scope.report(
      error(
        "CICL5001",
        {
          what: `The job "${job.id}" has services but no container.`,
          why: `On ${scope.dialect.title} only a job in a container reaches its services under their names.`,
          fix: 'Give the job a container, e.g. container: "node:22-bookworm".',
        },
        { origin: job.origin, target: scope.dialect.target },
      ),
    );
  }
  return Object.fromEntries(
    job.services.map((service) => [
      service.name,
      serviceOf(service, scope, inside(writtenAt(spot, service.origin), "services", service.name)),
    ]),
  );
}

function serviceOf(service: Service, scope: Scope, spot: Spot): YamlData {
  traceAt(scope, spot, "job.service", service.name);
  const { health } = service;
  if (health) traceAt(scope, inside(spot, "options"), "job.service.health", service.name);
  return {
    image: pinnedImage(service.image, scope, spot.origin),
    env: bindingsOf(service.env, "container-env", undefined, scope, inside(spot, "env")),
    ports: service.ports.length === 0 ? undefined : service.ports,
    options:
      health &&
      `--health-cmd ${doubleQuoted(health.command)} --health-interval ${health.intervalSeconds}s --health-retries ${health.retries}`,
  };
}

/** As the engine splits the options of a container. */
function doubleQuoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
