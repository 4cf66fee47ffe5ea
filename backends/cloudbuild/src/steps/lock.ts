import { pinnedImage } from "@cicl/backend-kit";
import { error } from "@cicl/diagnostics";
import type { Concurrency } from "@cicl/model";
import type { JobScope } from "../build/scope.ts";
import { plainWork, type Work } from "../build/work.ts";
import { textOn } from "../values/resolve.ts";

/**
 * Holds back a job while another of its group runs: whoever creates the group's object in the bucket has the lock, which
 * the store decides. A lock whose build has ended without giving it back is taken away.
 * @returns what comes before the job's steps, and what comes behind them in any case
 */
export function lockWorks(concurrency: Concurrency, scope: JobScope): { readonly before: Work; readonly behind: Work } {
  const { job, options } = scope;
  const group = textOn(concurrency.group, scope.event, options);
  refuse(concurrency, group, scope);
  const node = `job:${job.id}`;
  const literal = (name: string, value: string): Work["bindings"][number] => ({
    name,
    value: { kind: "literal", value },
    origin: job.origin,
    node,
  });
  const common = {
    ...plainWork,
    origin: job.origin,
    image: pinnedImage(options.images.gcloud, scope, job.origin),
    bindings: [
      literal("CICL_LOCK", `${options.bucket ?? ""}/locks/${group ?? ""}`),
      { name: "CICL_RUN_ID", value: { kind: "context", name: "run.id" }, origin: job.origin, node },
    ],
  } as const;
  return {
    before: {
      ...common,
      name: "lock",
      script: () => takeScript(job.id, options.region, job.timeoutMinutes * 60),
      uses: [{ feature: "job.concurrency", node }],
    },
    behind: { ...common, name: "unlock", runs: "always", script: () => giveScript(job.id) },
  };
}

function takeScript(job: string, region: string, seconds: number): string {
  return `tries=30
until printf '%s' "$CICL_RUN_ID ${job}" | gcloud storage cp --if-generation-match=0 - "$CICL_LOCK" 2> /dev/null; do
  if generation=$(gcloud storage objects describe "$CICL_LOCK" --format='value(generation)') &&
    holder=$(gcloud storage cat "$CICL_LOCK"); then
    echo "The lock is held by the build $holder."
    status=$(gcloud builds describe "\${holder%% *}" --region=${region} --format='value(status)') || status=unknown
    case "$status" in
      SUCCESS | FAILURE | INTERNAL_ERROR | TIMEOUT | CANCELLED | EXPIRED)
        gcloud storage rm --if-generation-match="$generation" "$CICL_LOCK" || :
        ;;
      unknown) tries=$((tries - 1)) ;;
    esac
  else
    tries=$((tries - 1))
  fi
  if [ "$tries" = 0 ]; then
    echo "The lock $CICL_LOCK can't be written, nor can be found out whether its holder still runs." >&2
    echo "The service account of the build needs roles/storage.objectUser and roles/cloudbuild.builds.viewer." >&2
    exit 1
  fi
  sleep 10
done
cicl_put "$cicl_job/deadline" "$(($(date +%s) + ${seconds}))"`;
}

function giveScript(job: string): string {
  return `if [ "$(gcloud storage cat "$CICL_LOCK" 2> /dev/null || :)" = "$CICL_RUN_ID ${job}" ]; then
  gcloud storage rm "$CICL_LOCK"
fi`;
}

function refuse(concurrency: Concurrency, group: string | undefined, scope: JobScope): void {
  const place = { origin: scope.job.origin, target: "cloudbuild" } as const;
  if (concurrency.cancelInProgress) {
    scope.report(
      error(
        "CICL5001",
        {
          what: `The job "${scope.job.id}" cancels others of its group, which a step of Cloud Build can't.`,
          why: "A build can be cancelled only as a whole, with jobs that are no part of the group.",
          fix: "Leave out cancelInProgress: the job then waits.",
        },
        place,
      ),
    );
  }
  if (scope.options.bucket === undefined) {
    scope.report(
      error(
        "CICL5006",
        {
          what: `The options of cloudbuild name no bucket, and the job "${scope.job.id}" has a concurrency group.`,
          why: "Cloud Build has no groups; a lock in a bucket holds the job back.",
          fix: 'Add it in cicl.config.ts: cloudbuild: { bucket: "gs://…" }.',
        },
        place,
      ),
    );
  }
  if (group === undefined || !/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(group)) {
    scope.report(
      error(
        "CICL5002",
        {
          what: `cicl doesn't render the concurrency group of the job "${scope.job.id}" for Cloud Build yet.`,
          why: "The group names a lock, and only letters, digits, dots, dashes, underscores and slashes that are known now are safe in it.",
          fix: "Write the group as such a text.",
        },
        place,
      ),
    );
  }
}
