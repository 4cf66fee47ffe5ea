import type { Setting } from "@cicl/backend-kit";
import { aggregateId, namedValues, type Pipeline } from "@cicl/model";
import { eventsOf, partOf, triggerPath } from "./build/events.ts";
import type { ResolvedOptions } from "./options.ts";
import { retentionFolder } from "./steps/store.ts";
import { optionName, secretId } from "./values/names.ts";

/** What a person must set once, since neither build nor trigger files can hold it. */
export function settingsOf(pipeline: Pipeline<"gated">, options: ResolvedOptions): readonly Setting[] {
  const setting = (kind: Setting["kind"], name: string, value: string, why: string): Setting => ({
    target: "cloudbuild",
    pipeline: pipeline.name,
    kind,
    name,
    value,
    why,
  });
  const { project = "", region, serviceAccounts, bucket } = options;
  const events = eventsOf(pipeline);
  const secrets = namedValues(pipeline, "cloudbuild").filter((value) => value.kind === "secret");
  const uploads = pipeline.jobs.flatMap((job) => job.steps).flatMap((step) => (step.kind === "upload" ? [step] : []));
  const days = [...new Set(uploads.flatMap((step) => step.retentionDays ?? []))].sort((a, b) => a - b);
  const locks = pipeline.jobs.some((job) => job.concurrency);
  const stores =
    bucket !== undefined && (uploads.length > 0 || locks || pipeline.jobs.some((job) => job.reports.length > 0));
  return [
    ...events.map((event) =>
      setting(
        "trigger",
        partOf(pipeline, event, "-"),
        `gcloud builds triggers import --project=${project} --region=${region} --source=${triggerPath(pipeline, event)}`,
        "A trigger file has no effect until it is imported, and again after each change.",
      ),
    ),
    ...(events.some((event) => event !== "pull-request")
      ? [
          setting(
            "service-account",
            serviceAccounts.trusted ?? "",
            [
              "roles/logging.logWriter",
              ...(locks ? ["roles/cloudbuild.builds.viewer"] : []),
              ...(secrets.length > 0 ? ["roles/secretmanager.secretAccessor on each secret"] : []),
            ].join(", "),
            "Builds of pushes and tags run as this account.",
          ),
        ]
      : []),
    ...(events.includes("pull-request")
      ? [
          setting(
            "service-account",
            serviceAccounts.pullRequest ?? "",
            `roles/logging.logWriter${locks ? ", roles/cloudbuild.builds.viewer" : ""}, and no access to any secret`,
            "Builds of pull requests run as this account, with the build file that the pull request brings along.",
          ),
          ...(pipeline.jobs.some((job) => job.id === aggregateId)
            ? [
                setting(
                  "required-check",
                  "the rule of the protected branches",
                  `${partOf(pipeline, "pull-request", "-")} (${project})`,
                  "Without it a pull request can be merged whatever the gates say.",
                ),
              ]
            : []),
        ]
      : []),
    ...secrets.map(({ name, environment }) =>
      setting(
        "secret",
        "Secret Manager",
        `projects/${project}/secrets/${secretId({ name, ...(environment === undefined ? {} : { environment }) })}`,
        `The pipeline reads version ${options.secrets[optionName({ name, ...(environment === undefined ? {} : { environment }) })] ?? ""} of it.`,
      ),
    ),
    ...(stores
      ? [
          setting(
            "bucket",
            bucket,
            "roles/storage.objectUser for both service accounts",
            "Artifacts, reports and locks are kept there.",
          ),
          ...days.map((count) =>
            setting(
              "bucket",
              bucket,
              `a lifecycle rule: delete objects with the prefix ${retentionFolder(count)}/ after ${count} days`,
              "Cloud Build has no retention of its own.",
            ),
          ),
        ]
      : []),
  ];
}
