import { z } from "zod";
import { flag, text, textMap, texts } from "./basics.ts";
import { buildSchema } from "./build.ts";

const push = z.strictObject({
  branch: text.exactOptional(),
  tag: text.exactOptional(),
  invertRegex: flag.exactOptional(),
});

/** `commentControl` must be stated: its default builds every stranger's pull request. */
const pullRequest = z.strictObject({
  branch: text,
  commentControl: z.enum(["COMMENTS_DISABLED", "COMMENTS_ENABLED", "COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY"]),
  invertRegex: flag.exactOptional(),
});

const events = { push: push.exactOptional(), pullRequest: pullRequest.exactOptional() };

const repoType = z.enum(["CLOUD_SOURCE_REPOSITORIES", "GITHUB", "BITBUCKET_SERVER", "GITLAB", "BITBUCKET_CLOUD"]);

const hosting = {
  uri: text.exactOptional(),
  repository: text.exactOptional(),
  repoType: repoType.exactOptional(),
  githubEnterpriseConfig: text.exactOptional(),
  bitbucketServerConfig: text.exactOptional(),
};

/** A trigger's file, as `gcloud builds triggers import` reads it. Rules that no type expresses are `checkTrigger`'s. */
export const triggerSchema = z.strictObject({
  name: text,
  description: text.exactOptional(),
  tags: texts.exactOptional(),
  disabled: flag.exactOptional(),
  eventType: z.enum(["REPO", "WEBHOOK", "PUBSUB", "MANUAL"]).exactOptional(),

  github: z
    .strictObject({ owner: text, name: text, enterpriseConfigResourceName: text.exactOptional(), ...events })
    .exactOptional(),
  repositoryEventConfig: z.strictObject({ repository: text, ...events }).exactOptional(),
  developerConnectEventConfig: z.strictObject({ gitRepositoryLink: text, ...events }).exactOptional(),
  bitbucketServerTriggerConfig: z
    .strictObject({ repoSlug: text, projectKey: text, bitbucketServerConfigResource: text, ...events })
    .exactOptional(),
  triggerTemplate: z
    .strictObject({
      projectId: text.exactOptional(),
      repoName: text,
      branchName: text.exactOptional(),
      tagName: text.exactOptional(),
      dir: text.exactOptional(),
      invertRegex: flag.exactOptional(),
    })
    .exactOptional(),
  pubsubConfig: z.strictObject({ topic: text, serviceAccountEmail: text.exactOptional() }).exactOptional(),
  webhookConfig: z.strictObject({ secret: text }).exactOptional(),
  sourceToBuild: z.strictObject({ ref: text, ...hosting }).exactOptional(),

  filename: text.exactOptional(),
  build: buildSchema.exactOptional(),
  gitFileSource: z.strictObject({ path: text, revision: text.exactOptional(), ...hosting }).exactOptional(),
  autodetect: flag.exactOptional(),

  includedFiles: texts.exactOptional(),
  ignoredFiles: texts.exactOptional(),
  filter: text.exactOptional(),
  approvalConfig: z.strictObject({ approvalRequired: flag }).exactOptional(),
  substitutions: textMap.exactOptional(),
  serviceAccount: text.exactOptional(),
  includeBuildLogs: z.enum(["INCLUDE_BUILD_LOGS_WITH_STATUS"]).exactOptional(),
});

/** A trigger's file, as data. */
export type Trigger = z.infer<typeof triggerSchema>;
