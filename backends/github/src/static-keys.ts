import { type Diagnostic, warning } from "@cicl/diagnostics";
import { jobBindings, leaves, type Pipeline } from "@cicl/model";

/** Names under which people store keys of a cloud, and the action that takes an identity token in their place. */
const clouds = [
  {
    title: "AWS",
    names: /^(AWS_SECRET_ACCESS_KEY|AWS_ACCESS_KEY_ID)$/,
    action: 'awsActions.configureAwsCredentials({ "role-to-assume": … })',
  },
  {
    title: "Google Cloud",
    names:
      /^(GOOGLE_CREDENTIALS|GOOGLE_APPLICATION_CREDENTIALS|GCP_SA_KEY|GCP_CREDENTIALS|GCLOUD_SERVICE_KEY)(_JSON)?$/,
    action: "googleGithubActions.auth({ workload_identity_provider: … })",
  },
  {
    title: "Azure",
    names: /^(AZURE_CLIENT_SECRET|AZURE_CREDENTIALS|ARM_CLIENT_SECRET)$/,
    action: 'azure.login({ "client-id": …, "tenant-id": … })',
  },
] as const;

/**
 * Finds keys of clouds among the secrets that the pipeline and its jobs read. GitHub vouches for a job with a token of a few minutes, which
 * all three clouds take. Source: GitHub's guide on hardening with OpenID Connect.
 */
export function staticKeys(pipeline: Pipeline<"gated">): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const bindings = [...pipeline.env, ...pipeline.jobs.flatMap((job) => jobBindings(job, "github"))];
  for (const { value, origin } of bindings) {
    for (const leaf of leaves(value)) {
      if (leaf.kind !== "secret" || found.has(leaf.name)) continue;
      const cloud = clouds.find(({ names }) => names.test(leaf.name));
      if (cloud) found.set(leaf.name, staticKey(leaf.name, cloud, origin));
    }
  }
  return [...found.values()];
}

function staticKey(name: string, { title, action }: (typeof clouds)[number], origin: Diagnostic["origin"]): Diagnostic {
  return warning(
    "CICL5010",
    {
      what: `The secret ${name} is a key of ${title} that never ends.`,
      why: "Whoever gets hold of it once can use it from anywhere, until somebody notices.",
      fix: `Use an identity token: ${action} from "cicl/actions" and permissions: { "id-token": "write" }.`,
    },
    { target: "github", ...(origin ? { origin } : {}) },
  );
}
