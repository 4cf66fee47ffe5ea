// Generated from actions.json. Edit that file and run "pnpm generate".
import {
  type BooleanInput,
  type CodeInput,
  demandingAction,
  knownAction,
  type LinesInput,
  type NumberInput,
  type TextInput,
  type Value,
} from "@cicl/sdk";

/** The inputs of `Swatinem/rust-cache` v2.9.2. */
export interface SwatinemRustCacheInputs {
  /** @default "v0-rust" */
  readonly "prefix-key"?: TextInput;
  readonly "shared-key"?: TextInput;
  readonly key?: TextInput;
  /** @default "true" */
  readonly "add-job-id-key"?: BooleanInput;
  /** @default "true" */
  readonly "add-rust-environment-hash-key"?: BooleanInput;
  readonly "env-vars"?: TextInput;
  readonly workspaces?: LinesInput;
  readonly "cache-directories"?: LinesInput;
  /** @default "true" */
  readonly "cache-targets"?: BooleanInput;
  readonly "cache-on-failure"?: BooleanInput;
  /** @default "false" */
  readonly "cache-all-crates"?: BooleanInput;
  /** @default "false" */
  readonly "cache-workspace-crates"?: BooleanInput;
  /** @default "true" */
  readonly "save-if"?: BooleanInput;
  /** @default "github" */
  readonly "cache-provider"?: "github" | "warpbuild" | Value<string>;
  /** @default "true" */
  readonly "cache-bin"?: BooleanInput;
  /** @default "false" */
  readonly "lookup-only"?: BooleanInput;
  /** @default "{0}" */
  readonly "cmd-format"?: TextInput;
}

/** The inputs of `actions-rust-lang/setup-rust-toolchain` v1.17.0. */
export interface ActionsRustLangSetupRustToolchainInputs {
  readonly toolchain?: TextInput;
  readonly target?: TextInput;
  readonly components?: TextInput;
  /** @default "true" */
  readonly cache?: BooleanInput;
  readonly "cache-workspaces"?: LinesInput;
  readonly "cache-directories"?: LinesInput;
  /** @default "true" */
  readonly "cache-on-failure"?: BooleanInput;
  readonly "cache-key"?: TextInput;
  readonly "cache-shared-key"?: TextInput;
  /** @default "true" */
  readonly "cache-bin"?: BooleanInput;
  /** @default "github" */
  readonly "cache-provider"?: "github" | "buildjet" | "warpbuild" | Value<string>;
  /** @default "false" */
  readonly "cache-all-crates"?: BooleanInput;
  /** @default "false" */
  readonly "cache-workspace-crates"?: BooleanInput;
  /** @default "true" */
  readonly "cache-save-if"?: BooleanInput;
  /** @default "true" */
  readonly "cache-targets"?: BooleanInput;
  /** @default "true" */
  readonly matcher?: BooleanInput;
  /** @default "-D warnings" */
  readonly rustflags?: TextInput;
  /** @default "true" */
  readonly override?: BooleanInput;
  readonly "rust-src-dir"?: TextInput;
}

/** The inputs of `actions/attest` v4.2.2. */
export interface ActionsAttestInputs {
  readonly "subject-path"?: TextInput;
  readonly "subject-digest"?: TextInput;
  readonly "subject-name"?: TextInput;
  readonly "subject-checksums"?: TextInput;
  readonly "subject-version"?: TextInput;
  readonly "sbom-path"?: TextInput;
  readonly "predicate-type"?: TextInput;
  readonly predicate?: TextInput;
  readonly "predicate-path"?: TextInput;
  /** @default "false" */
  readonly "push-to-registry"?: BooleanInput;
  /** @default "true" */
  readonly "create-storage-record"?: BooleanInput;
  /** @default "true" */
  readonly "show-summary"?: BooleanInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `actions/attest-build-provenance` v4.1.0. */
export interface ActionsAttestBuildProvenanceInputs {
  readonly "subject-path"?: TextInput;
  readonly "subject-digest"?: TextInput;
  readonly "subject-name"?: TextInput;
  readonly "subject-checksums"?: TextInput;
  readonly "predicate-type"?: TextInput;
  readonly predicate?: TextInput;
  readonly "predicate-path"?: TextInput;
  /** @default "false" */
  readonly "push-to-registry"?: BooleanInput;
  /** @default "true" */
  readonly "create-storage-record"?: BooleanInput;
  /** @default "true" */
  readonly "show-summary"?: BooleanInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `actions/attest-sbom` v4.1.0. */
export interface ActionsAttestSbomInputs {
  readonly "subject-path"?: TextInput;
  readonly "subject-digest"?: TextInput;
  readonly "subject-name"?: TextInput;
  readonly "subject-checksums"?: TextInput;
  readonly "sbom-path": TextInput;
  /** @default "false" */
  readonly "push-to-registry"?: BooleanInput;
  /** @default "true" */
  readonly "show-summary"?: BooleanInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `actions/cache` v5.0.5. */
export interface ActionsCacheInputs {
  readonly path: TextInput;
  readonly key: TextInput;
  readonly "restore-keys"?: LinesInput;
  readonly "upload-chunk-size"?: NumberInput;
  /** @default "false" */
  readonly enableCrossOsArchive?: BooleanInput;
  /** @default "false" */
  readonly "fail-on-cache-miss"?: BooleanInput;
  /** @default "false" */
  readonly "lookup-only"?: BooleanInput;
  /** @deprecated @default "false" */
  readonly "save-always"?: BooleanInput;
}

/** The inputs of `actions/cache/restore` v5.0.5. */
export interface ActionsCacheRestoreInputs {
  readonly path: TextInput;
  readonly key: TextInput;
  readonly "restore-keys"?: LinesInput;
  /** @default "false" */
  readonly enableCrossOsArchive?: BooleanInput;
  /** @default "false" */
  readonly "fail-on-cache-miss"?: BooleanInput;
  /** @default "false" */
  readonly "lookup-only"?: BooleanInput;
}

/** The inputs of `actions/cache/save` v5.0.5. */
export interface ActionsCacheSaveInputs {
  readonly path: TextInput;
  readonly key: TextInput;
  readonly "upload-chunk-size"?: NumberInput;
  /** @default "false" */
  readonly enableCrossOsArchive?: BooleanInput;
}

/** The inputs of `actions/checkout` v7.0.1. */
export interface ActionsCheckoutInputs {
  /** @default "${{ github.repository }}" */
  readonly repository?: TextInput;
  readonly ref?: TextInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  readonly "ssh-key"?: TextInput;
  readonly "ssh-known-hosts"?: TextInput;
  /** @default "true" */
  readonly "ssh-strict"?: BooleanInput;
  /** @default "git" */
  readonly "ssh-user"?: TextInput;
  /** @default "true" */
  readonly "persist-credentials"?: BooleanInput;
  readonly path?: TextInput;
  /** @default "true" */
  readonly clean?: BooleanInput;
  readonly filter?: TextInput;
  readonly "sparse-checkout"?: LinesInput;
  /** @default "true" */
  readonly "sparse-checkout-cone-mode"?: BooleanInput;
  /** @default "1" */
  readonly "fetch-depth"?: NumberInput;
  /** @default "false" */
  readonly "fetch-tags"?: BooleanInput;
  /** @default "true" */
  readonly "show-progress"?: BooleanInput;
  /** @default "false" */
  readonly lfs?: BooleanInput;
  /** @default "false" */
  readonly submodules?: "true" | "false" | "recursive" | Value<string>;
  /** @default "true" */
  readonly "set-safe-directory"?: BooleanInput;
  readonly "github-server-url"?: TextInput;
  /** @default "false" */
  readonly "allow-unsafe-pr-checkout"?: BooleanInput;
}

/** The inputs of `actions/configure-pages` v5.0.0. */
export interface ActionsConfigurePagesInputs {
  readonly static_site_generator?: "nuxt" | "next" | "gatsby" | "sveltekit" | Value<string>;
  readonly generator_config_file?: TextInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "false" */
  readonly enablement?: BooleanInput;
}

/** The inputs of `actions/create-github-app-token` v3.1.1. */
export interface ActionsCreateGithubAppTokenInputs {
  readonly "client-id"?: TextInput;
  /** @deprecated */
  readonly "app-id"?: TextInput;
  readonly "private-key": TextInput;
  readonly owner?: TextInput;
  readonly repositories?: LinesInput;
  /** @default "false" */
  readonly "skip-token-revoke"?: BooleanInput;
  /** @default "${{ github.api_url }}" */
  readonly "github-api-url"?: TextInput;
  readonly "permission-actions"?: "read" | "write" | Value<string>;
  readonly "permission-administration"?: "read" | "write" | Value<string>;
  readonly "permission-artifact-metadata"?: "read" | "write" | Value<string>;
  readonly "permission-attestations"?: "read" | "write" | Value<string>;
  readonly "permission-checks"?: "read" | "write" | Value<string>;
  readonly "permission-codespaces"?: "read" | "write" | Value<string>;
  readonly "permission-contents"?: "read" | "write" | Value<string>;
  readonly "permission-custom-properties-for-organizations"?: "read" | "write" | Value<string>;
  readonly "permission-dependabot-secrets"?: "read" | "write" | Value<string>;
  readonly "permission-deployments"?: "read" | "write" | Value<string>;
  readonly "permission-discussions"?: "read" | "write" | Value<string>;
  readonly "permission-email-addresses"?: "read" | "write" | Value<string>;
  readonly "permission-enterprise-custom-properties-for-organizations"?: "read" | "write" | "admin" | Value<string>;
  readonly "permission-environments"?: "read" | "write" | Value<string>;
  readonly "permission-followers"?: "read" | "write" | Value<string>;
  readonly "permission-git-ssh-keys"?: "read" | "write" | Value<string>;
  readonly "permission-gpg-keys"?: "read" | "write" | Value<string>;
  readonly "permission-interaction-limits"?: "read" | "write" | Value<string>;
  readonly "permission-issues"?: "read" | "write" | Value<string>;
  readonly "permission-members"?: "read" | "write" | Value<string>;
  readonly "permission-merge-queues"?: "read" | "write" | Value<string>;
  readonly "permission-metadata"?: "read" | "write" | Value<string>;
  readonly "permission-organization-administration"?: "read" | "write" | Value<string>;
  readonly "permission-organization-announcement-banners"?: "read" | "write" | Value<string>;
  readonly "permission-organization-copilot-seat-management"?: "write" | Value<string>;
  readonly "permission-organization-custom-org-roles"?: "read" | "write" | Value<string>;
  readonly "permission-organization-custom-properties"?: "read" | "write" | "admin" | Value<string>;
  readonly "permission-organization-custom-roles"?: "read" | "write" | Value<string>;
  readonly "permission-organization-events"?: "read" | Value<string>;
  readonly "permission-organization-hooks"?: "read" | "write" | Value<string>;
  readonly "permission-organization-packages"?: "read" | "write" | Value<string>;
  readonly "permission-organization-personal-access-token-requests"?: "read" | "write" | Value<string>;
  readonly "permission-organization-personal-access-tokens"?: "read" | "write" | Value<string>;
  readonly "permission-organization-plan"?: "read" | Value<string>;
  readonly "permission-organization-projects"?: "read" | "write" | "admin" | Value<string>;
  readonly "permission-organization-secrets"?: "read" | "write" | Value<string>;
  readonly "permission-organization-self-hosted-runners"?: "read" | "write" | Value<string>;
  readonly "permission-organization-user-blocking"?: "read" | "write" | Value<string>;
  readonly "permission-packages"?: "read" | "write" | Value<string>;
  readonly "permission-pages"?: "read" | "write" | Value<string>;
  readonly "permission-profile"?: "write" | Value<string>;
  readonly "permission-pull-requests"?: "read" | "write" | Value<string>;
  readonly "permission-repository-custom-properties"?: "read" | "write" | Value<string>;
  readonly "permission-repository-hooks"?: "read" | "write" | Value<string>;
  readonly "permission-repository-projects"?: "read" | "write" | "admin" | Value<string>;
  readonly "permission-secret-scanning-alerts"?: "read" | "write" | Value<string>;
  readonly "permission-secrets"?: "read" | "write" | Value<string>;
  readonly "permission-security-events"?: "read" | "write" | Value<string>;
  readonly "permission-single-file"?: "read" | "write" | Value<string>;
  readonly "permission-starring"?: "read" | "write" | Value<string>;
  readonly "permission-statuses"?: "read" | "write" | Value<string>;
  readonly "permission-team-discussions"?: "read" | "write" | Value<string>;
  readonly "permission-vulnerability-alerts"?: "read" | "write" | Value<string>;
  readonly "permission-workflows"?: "write" | Value<string>;
}

/** The inputs of `actions/dependency-review-action` v4.9.0. */
export interface ActionsDependencyReviewActionInputs {
  /** @default "${{ github.token }}" */
  readonly "repo-token"?: TextInput;
  readonly "fail-on-severity"?: "low" | "moderate" | "high" | "critical" | Value<string>;
  readonly "fail-on-scopes"?: TextInput;
  readonly "base-ref"?: TextInput;
  readonly "head-ref"?: TextInput;
  readonly "config-file"?: TextInput;
  readonly "allow-licenses"?: TextInput;
  readonly "deny-licenses"?: TextInput;
  readonly "allow-dependencies-licenses"?: TextInput;
  readonly "allow-ghsas"?: TextInput;
  readonly "external-repo-token"?: TextInput;
  readonly "license-check"?: BooleanInput;
  readonly "vulnerability-check"?: BooleanInput;
  readonly "comment-summary-in-pr"?: TextInput;
  readonly "deny-packages"?: TextInput;
  readonly "deny-groups"?: TextInput;
  readonly "retry-on-snapshot-warnings"?: TextInput;
  readonly "retry-on-snapshot-warnings-timeout"?: NumberInput;
  readonly "warn-only"?: TextInput;
  readonly "show-openssf-scorecard"?: TextInput;
  readonly "warn-on-openssf-scorecard-level"?: NumberInput;
  readonly "show-patched-versions"?: TextInput;
}

/** The inputs of `actions/deploy-pages` v5.0.0. */
export interface ActionsDeployPagesInputs {
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "600000" */
  readonly timeout?: NumberInput;
  /** @default "10" */
  readonly error_count?: NumberInput;
  /** @default "5000" */
  readonly reporting_interval?: NumberInput;
  /** @default "github-pages" */
  readonly artifact_name?: TextInput;
  /** @default "false" */
  readonly preview?: BooleanInput;
}

/** The inputs of `actions/download-artifact` v8.0.1. */
export interface ActionsDownloadArtifactInputs {
  readonly name?: TextInput;
  readonly "artifact-ids"?: TextInput;
  readonly path?: TextInput;
  readonly pattern?: TextInput;
  /** @default "false" */
  readonly "merge-multiple"?: BooleanInput;
  readonly "github-token"?: TextInput;
  /** @default "${{ github.repository }}" */
  readonly repository?: TextInput;
  /** @default "${{ github.run_id }}" */
  readonly "run-id"?: TextInput;
  /** @default "false" */
  readonly "skip-decompress"?: BooleanInput;
  /** @default "error" */
  readonly "digest-mismatch"?: "ignore" | "info" | "warn" | "error" | Value<string>;
}

/** The inputs of `actions/github-script` v8.0.0. */
export interface ActionsGithubScriptInputs {
  readonly script: CodeInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
  /** @default "${{ runner.debug == '1' }}" */
  readonly debug?: BooleanInput;
  /** @default "actions/github-script" */
  readonly "user-agent"?: TextInput;
  readonly previews?: TextInput;
  /** @default "json" */
  readonly "result-encoding"?: "string" | "json" | Value<string>;
  /** @default "0" */
  readonly retries?: NumberInput;
  /** @default "400,401,403,404,422" */
  readonly "retry-exempt-status-codes"?: TextInput;
  readonly "base-url"?: TextInput;
}

/** The inputs of `actions/labeler` v7.0.0. */
export interface ActionsLabelerInputs {
  /** @default "${{ github.token }}" */
  readonly "repo-token"?: TextInput;
  /** @default ".github/labeler.yml" */
  readonly "configuration-path"?: TextInput;
  /** @default "false" */
  readonly "sync-labels"?: BooleanInput;
  /** @default "true" */
  readonly dot?: BooleanInput;
  readonly "pr-number"?: TextInput;
}

/** The inputs of `actions/setup-dotnet` v6.0.0. */
export interface ActionsSetupDotnetInputs {
  readonly "dotnet-version"?: TextInput;
  readonly "dotnet-quality"?: "daily" | "preview" | "ga" | Value<string>;
  readonly "dotnet-channel"?: TextInput;
  readonly "global-json-file"?: TextInput;
  readonly "source-url"?: TextInput;
  readonly owner?: TextInput;
  readonly "config-file"?: TextInput;
  /** @default "false" */
  readonly cache?: BooleanInput;
  readonly "cache-dependency-path"?: TextInput;
  readonly workloads?: TextInput;
  readonly architecture?: "x64" | "x86" | "arm64" | "amd64" | "arm" | "s390x" | "ppc64le" | "riscv64" | Value<string>;
}

/** The inputs of `actions/setup-go` v7.0.0. */
export interface ActionsSetupGoInputs {
  readonly "go-version"?: TextInput;
  readonly "go-version-file"?: TextInput;
  /** @default "false" */
  readonly "check-latest"?: BooleanInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly token?: TextInput;
  /** @default "true" */
  readonly cache?: BooleanInput;
  readonly "cache-dependency-path"?: TextInput;
  readonly architecture?: TextInput;
  readonly "go-download-base-url"?: TextInput;
}

/** The inputs of `actions/setup-java` v5.7.0. */
export interface ActionsSetupJavaInputs {
  readonly "java-version"?: TextInput;
  readonly "java-version-file"?: TextInput;
  readonly distribution?: TextInput;
  /** @default "jdk" */
  readonly "java-package"?: TextInput;
  readonly architecture?: TextInput;
  readonly "jdk-file"?: TextInput;
  /** @deprecated */
  readonly jdkFile?: TextInput;
  /** @default "false" */
  readonly "check-latest"?: BooleanInput;
  /** @default "true" */
  readonly "set-default"?: BooleanInput;
  /** @default "false" */
  readonly "verify-signature"?: BooleanInput;
  readonly "verify-signature-public-key"?: TextInput;
  /** @default "github" */
  readonly "server-id"?: TextInput;
  /** @default "GITHUB_ACTOR" */
  readonly "server-username"?: TextInput;
  /** @default "GITHUB_TOKEN" */
  readonly "server-password"?: TextInput;
  readonly "settings-path"?: TextInput;
  /** @default "true" */
  readonly "overwrite-settings"?: BooleanInput;
  readonly "gpg-private-key"?: TextInput;
  readonly "gpg-passphrase"?: TextInput;
  readonly cache?: "maven" | "gradle" | "sbt" | Value<string>;
  readonly "cache-dependency-path"?: TextInput;
  /** @default "${{ job.status }}" */
  readonly "job-status"?: TextInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly token?: TextInput;
  readonly "mvn-toolchain-id"?: TextInput;
  readonly "mvn-toolchain-vendor"?: TextInput;
  /** @default "false" */
  readonly "show-download-progress"?: BooleanInput;
}

/** The inputs of `actions/setup-node` v7.0.0. */
export interface ActionsSetupNodeInputs {
  readonly "node-version"?: TextInput;
  readonly "node-version-file"?: TextInput;
  readonly architecture?: TextInput;
  /** @default "false" */
  readonly "check-latest"?: BooleanInput;
  readonly "registry-url"?: TextInput;
  readonly scope?: TextInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly token?: TextInput;
  readonly cache?: "npm" | "yarn" | "pnpm" | Value<string>;
  /** @default "true" */
  readonly "package-manager-cache"?: BooleanInput;
  readonly "cache-dependency-path"?: TextInput;
  readonly mirror?: TextInput;
  readonly "mirror-token"?: TextInput;
}

/** The inputs of `actions/setup-python` v7.0.0. */
export interface ActionsSetupPythonInputs {
  readonly "python-version"?: TextInput;
  readonly "python-version-file"?: TextInput;
  readonly cache?: "pip" | "pipenv" | "poetry" | Value<string>;
  readonly architecture?: TextInput;
  /** @default "false" */
  readonly "check-latest"?: BooleanInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly token?: TextInput;
  readonly "cache-dependency-path"?: TextInput;
  /** @default "true" */
  readonly "update-environment"?: BooleanInput;
  /** @default "false" */
  readonly "allow-prereleases"?: BooleanInput;
  /** @default "false" */
  readonly freethreaded?: BooleanInput;
  readonly "pip-version"?: TextInput;
}

/** The inputs of `actions/stale` v10.3.0. */
export interface ActionsStaleInputs {
  /** @default "${{ github.token }}" */
  readonly "repo-token"?: TextInput;
  readonly "stale-issue-message"?: TextInput;
  readonly "stale-pr-message"?: TextInput;
  readonly "close-issue-message"?: TextInput;
  readonly "close-pr-message"?: TextInput;
  /** @default "60" */
  readonly "days-before-stale"?: NumberInput;
  readonly "days-before-issue-stale"?: NumberInput;
  readonly "days-before-pr-stale"?: NumberInput;
  /** @default "7" */
  readonly "days-before-close"?: NumberInput;
  readonly "days-before-issue-close"?: NumberInput;
  readonly "days-before-pr-close"?: NumberInput;
  /** @default "Stale" */
  readonly "stale-issue-label"?: TextInput;
  readonly "close-issue-label"?: TextInput;
  readonly "exempt-issue-labels"?: TextInput;
  /** @default "not_planned" */
  readonly "close-issue-reason"?: TextInput;
  /** @default "Stale" */
  readonly "stale-pr-label"?: TextInput;
  readonly "close-pr-label"?: TextInput;
  readonly "exempt-pr-labels"?: TextInput;
  readonly "exempt-milestones"?: TextInput;
  readonly "exempt-issue-milestones"?: TextInput;
  readonly "exempt-pr-milestones"?: TextInput;
  /** @default "false" */
  readonly "exempt-all-milestones"?: BooleanInput;
  readonly "exempt-all-issue-milestones"?: TextInput;
  readonly "exempt-all-pr-milestones"?: TextInput;
  readonly "only-labels"?: TextInput;
  readonly "any-of-labels"?: TextInput;
  readonly "any-of-issue-labels"?: TextInput;
  readonly "any-of-pr-labels"?: TextInput;
  readonly "only-issue-labels"?: TextInput;
  readonly "only-pr-labels"?: TextInput;
  /** @default "30" */
  readonly "operations-per-run"?: NumberInput;
  /** @default "true" */
  readonly "remove-stale-when-updated"?: BooleanInput;
  readonly "remove-issue-stale-when-updated"?: TextInput;
  readonly "remove-pr-stale-when-updated"?: TextInput;
  /** @default "false" */
  readonly "debug-only"?: BooleanInput;
  /** @default "false" */
  readonly ascending?: BooleanInput;
  /** @default "created" */
  readonly "sort-by"?: "created" | "updated" | "comments" | Value<string>;
  /** @default "false" */
  readonly "delete-branch"?: BooleanInput;
  readonly "start-date"?: TextInput;
  readonly "exempt-assignees"?: TextInput;
  readonly "exempt-issue-assignees"?: TextInput;
  readonly "exempt-pr-assignees"?: TextInput;
  /** @default "false" */
  readonly "exempt-all-assignees"?: BooleanInput;
  readonly "exempt-all-issue-assignees"?: TextInput;
  readonly "exempt-all-pr-assignees"?: TextInput;
  /** @default "false" */
  readonly "exempt-draft-pr"?: BooleanInput;
  /** @default "true" */
  readonly "enable-statistics"?: BooleanInput;
  readonly "labels-to-add-when-unstale"?: TextInput;
  readonly "labels-to-remove-when-stale"?: TextInput;
  readonly "labels-to-remove-when-unstale"?: TextInput;
  /** @default "false" */
  readonly "ignore-updates"?: BooleanInput;
  readonly "ignore-issue-updates"?: TextInput;
  readonly "ignore-pr-updates"?: TextInput;
  /** @default "false" */
  readonly "include-only-assigned"?: BooleanInput;
  readonly "only-issue-types"?: TextInput;
}

/** The inputs of `actions/upload-artifact` v7.0.0. */
export interface ActionsUploadArtifactInputs {
  /** @default "artifact" */
  readonly name?: TextInput;
  readonly path: TextInput;
  /** @default "warn" */
  readonly "if-no-files-found"?: "warn" | "error" | "ignore" | Value<string>;
  readonly "retention-days"?: NumberInput;
  /** @default "6" */
  readonly "compression-level"?: NumberInput;
  /** @default "false" */
  readonly overwrite?: BooleanInput;
  /** @default "false" */
  readonly "include-hidden-files"?: BooleanInput;
  /** @default "true" */
  readonly archive?: BooleanInput;
}

/** The inputs of `actions/upload-pages-artifact` v5.0.0. */
export interface ActionsUploadPagesArtifactInputs {
  /** @default "github-pages" */
  readonly name?: TextInput;
  /** @default "_site/" */
  readonly path?: TextInput;
  /** @default "1" */
  readonly "retention-days"?: NumberInput;
  /** @default "false" */
  readonly "include-hidden-files"?: BooleanInput;
}

/** The inputs of `amannn/action-semantic-pull-request` v6.1.1. */
export interface AmannnActionSemanticPullRequestInputs {
  readonly types?: LinesInput;
  readonly scopes?: LinesInput;
  readonly requireScope?: TextInput;
  readonly disallowScopes?: LinesInput;
  readonly subjectPattern?: TextInput;
  readonly subjectPatternError?: TextInput;
  readonly validateSingleCommit?: TextInput;
  readonly validateSingleCommitMatchesPrTitle?: TextInput;
  /** @default "${{ github.api_url }}" */
  readonly githubBaseUrl?: TextInput;
  readonly ignoreLabels?: LinesInput;
  readonly headerPattern?: TextInput;
  readonly headerPatternCorrespondence?: TextInput;
  readonly wip?: TextInput;
}

/** The inputs of `anchore/sbom-action` v0.24.0. */
export interface AnchoreSbomActionInputs {
  /** @default "." */
  readonly path?: TextInput;
  readonly file?: TextInput;
  readonly image?: TextInput;
  readonly "registry-username"?: TextInput;
  readonly "registry-password"?: TextInput;
  /** @default "spdx-json" */
  readonly format?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
  readonly "artifact-name"?: TextInput;
  readonly "output-file"?: TextInput;
  readonly "syft-version"?: TextInput;
  /** @default "false" */
  readonly "dependency-snapshot"?: BooleanInput;
  /** @default "true" */
  readonly "upload-artifact"?: BooleanInput;
  /** @default "0" */
  readonly "upload-artifact-retention"?: NumberInput;
  /** @default "true" */
  readonly "upload-release-assets"?: BooleanInput;
  readonly config?: TextInput;
}

/** The inputs of `anchore/scan-action` v7.4.0. */
export interface AnchoreScanActionInputs {
  readonly image?: TextInput;
  readonly path?: TextInput;
  readonly sbom?: TextInput;
  /** @default "true" */
  readonly "fail-build"?: BooleanInput;
  /** @default "sarif" */
  readonly "output-format"?: TextInput;
  readonly "output-file"?: TextInput;
  /** @default "medium" */
  readonly "severity-cutoff"?: "negligible" | "low" | "medium" | "high" | "critical" | Value<string>;
  /** @default "false" */
  readonly "only-fixed"?: BooleanInput;
  /** @default "false" */
  readonly "add-cpes-if-none"?: BooleanInput;
  /** @default "false" */
  readonly "by-cve"?: BooleanInput;
  readonly "grype-version"?: TextInput;
  readonly vex?: TextInput;
  readonly config?: LinesInput;
  readonly "cache-db"?: TextInput;
}

/** The inputs of `aquasecurity/setup-trivy` v0.3.1. */
export interface AquasecuritySetupTrivyInputs {
  /** @default "latest" */
  readonly version?: TextInput;
  readonly path?: TextInput;
  /** @default "false" */
  readonly cache?: BooleanInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "https://github.com" */
  readonly "github-server-url"?: TextInput;
}

/** The inputs of `aquasecurity/trivy-action` v0.36.0. */
export interface AquasecurityTrivyActionInputs {
  /** @default "image" */
  readonly "scan-type"?: TextInput;
  readonly "image-ref"?: TextInput;
  readonly input?: TextInput;
  /** @default "." */
  readonly "scan-ref"?: TextInput;
  readonly "exit-code"?: TextInput;
  /** @default "false" */
  readonly "ignore-unfixed"?: BooleanInput;
  /** @default "os,library" */
  readonly "vuln-type"?: TextInput;
  /** @default "UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL" */
  readonly severity?: TextInput;
  /** @default "table" */
  readonly format?: TextInput;
  readonly template?: TextInput;
  readonly output?: TextInput;
  readonly "skip-dirs"?: TextInput;
  readonly "skip-files"?: TextInput;
  /** @default "${{ github.workspace }}/.cache/trivy" */
  readonly "cache-dir"?: TextInput;
  readonly timeout?: TextInput;
  readonly "ignore-policy"?: TextInput;
  readonly "hide-progress"?: TextInput;
  /** @default "false" */
  readonly "list-all-pkgs"?: BooleanInput;
  readonly scanners?: TextInput;
  readonly trivyignores?: TextInput;
  readonly "github-pat"?: TextInput;
  readonly "trivy-config"?: TextInput;
  readonly "tf-vars"?: TextInput;
  readonly "limit-severities-for-sarif"?: TextInput;
  readonly "docker-host"?: TextInput;
  /** @default "v0.70.0" */
  readonly version?: TextInput;
  /** @default "true" */
  readonly cache?: BooleanInput;
  /** @default "false" */
  readonly "skip-setup-trivy"?: BooleanInput;
  /** @default "${{ github.token }}" */
  readonly "token-setup-trivy"?: TextInput;
}

/** The inputs of `astral-sh/setup-uv` v10.0.1. */
export interface AstralShSetupUvInputs {
  readonly version?: TextInput;
  readonly "version-file"?: TextInput;
  readonly "python-version"?: TextInput;
  /** @default "false" */
  readonly "activate-environment"?: BooleanInput;
  readonly "venv-path"?: TextInput;
  /** @default "false" */
  readonly "no-project"?: BooleanInput;
  /** @default "${{ github.workspace }}" */
  readonly "working-directory"?: TextInput;
  readonly checksum?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
  /** @default "auto" */
  readonly "enable-cache"?: "true" | "false" | "auto" | Value<string>;
  /** @default "**\/*requirements*.txt\n**\/*requirements*.in\n**\/*constraints*.txt\n**\/*constraints*.in\n**\/pyproject.toml\n**\/uv.lock\n**\/*.py.lock\n" */
  readonly "cache-dependency-glob"?: LinesInput;
  /** @default "true" */
  readonly "restore-cache"?: BooleanInput;
  /** @default "true" */
  readonly "save-cache"?: BooleanInput;
  readonly "cache-suffix"?: TextInput;
  readonly "cache-local-path"?: TextInput;
  /** @default "false" */
  readonly "prune-cache"?: BooleanInput;
  /** @default "false" */
  readonly "cache-python"?: BooleanInput;
  /** @default "false" */
  readonly "ignore-nothing-to-cache"?: BooleanInput;
  /** @default "false" */
  readonly "ignore-empty-workdir"?: BooleanInput;
  readonly "tool-dir"?: TextInput;
  readonly "tool-bin-dir"?: TextInput;
  readonly "manifest-file"?: TextInput;
  /** @default "true" */
  readonly "download-from-astral-mirror"?: BooleanInput;
  /** @default "true" */
  readonly "add-problem-matchers"?: BooleanInput;
  /** @default "false" */
  readonly quiet?: BooleanInput;
  /** @default "highest" */
  readonly "resolution-strategy"?: "highest" | "lowest" | Value<string>;
}

/** The inputs of `aws-actions/amazon-ecr-login` v2.1.7. */
export interface AwsActionsAmazonEcrLoginInputs {
  readonly "http-proxy"?: TextInput;
  /** @default "true" */
  readonly "mask-password"?: BooleanInput;
  readonly registries?: TextInput;
  /** @default "private" */
  readonly "registry-type"?: "private" | "public" | Value<string>;
  /** @default "false" */
  readonly "skip-logout"?: BooleanInput;
}

/** The inputs of `aws-actions/configure-aws-credentials` v6.2.3. */
export interface AwsActionsConfigureAwsCredentialsInputs {
  readonly "aws-region": TextInput;
  readonly "aws-profile"?: TextInput;
  readonly "overwrite-aws-profile"?: TextInput;
  readonly "role-to-assume"?: TextInput;
  readonly "aws-access-key-id"?: TextInput;
  readonly "aws-secret-access-key"?: TextInput;
  readonly "aws-session-token"?: TextInput;
  readonly "web-identity-token-file"?: TextInput;
  readonly "role-chaining"?: TextInput;
  /** @default "sts.amazonaws.com" */
  readonly audience?: TextInput;
  readonly "http-proxy"?: TextInput;
  readonly "no-proxy"?: TextInput;
  readonly "mask-aws-account-id"?: TextInput;
  readonly "role-duration-seconds"?: NumberInput;
  readonly "role-external-id"?: TextInput;
  readonly "role-session-name"?: TextInput;
  readonly "role-skip-session-tagging"?: TextInput;
  readonly "transitive-tag-keys"?: TextInput;
  readonly "inline-session-policy"?: TextInput;
  readonly "managed-session-policies"?: TextInput;
  readonly "output-credentials"?: TextInput;
  readonly "output-env-credentials"?: TextInput;
  readonly "unset-current-credentials"?: TextInput;
  readonly "disable-retry"?: TextInput;
  readonly "retry-max-attempts"?: NumberInput;
  readonly "special-characters-workaround"?: TextInput;
  readonly "use-existing-credentials"?: TextInput;
  readonly "allowed-account-ids"?: TextInput;
  readonly "force-skip-oidc"?: TextInput;
  readonly "action-timeout-s"?: NumberInput;
  readonly "custom-tags"?: TextInput;
  readonly "sts-endpoint"?: TextInput;
}

/** The inputs of `azure/aks-set-context` v5.0.0. */
export interface AzureAksSetContextInputs {
  readonly "resource-group": TextInput;
  readonly "cluster-name": TextInput;
  readonly subscription?: TextInput;
  /** @default "false" */
  readonly admin?: BooleanInput;
  /** @default "false" */
  readonly "use-kubelogin"?: BooleanInput;
  /** @default "false" */
  readonly "public-fqdn"?: BooleanInput;
  /** @default "Microsoft.ContainerService/managedClusters" */
  readonly "resource-type"?: "Microsoft.ContainerService/managedClusters" | "Microsoft.ContainerService/fleets" | Value<string>;
}

/** The inputs of `azure/k8s-set-context` v5.0.1. */
export interface AzureK8sSetContextInputs {
  /** @default "generic" */
  readonly "cluster-type"?: "generic" | "arc" | Value<string>;
  /** @default "kubeconfig" */
  readonly method?: "kubeconfig" | "service-account" | "service-principal" | Value<string>;
  readonly kubeconfig?: TextInput;
  /** @default "plaintext" */
  readonly "kubeconfig-encoding"?: "plaintext" | "base64" | Value<string>;
  readonly context?: TextInput;
  readonly "k8s-url"?: TextInput;
  readonly "k8s-secret"?: TextInput;
  readonly token?: TextInput;
  readonly "resource-group"?: TextInput;
  readonly "cluster-name"?: TextInput;
}

/** The inputs of `azure/login` v3.0.1. */
export interface AzureLoginInputs {
  readonly creds?: TextInput;
  readonly "client-id"?: TextInput;
  readonly "tenant-id"?: TextInput;
  readonly "subscription-id"?: TextInput;
  /** @default "false" */
  readonly "enable-AzPSSession"?: BooleanInput;
  /** @default "azurecloud" */
  readonly environment?: "azurecloud" | "azurestack" | "azureusgovernment" | "azurechinacloud" | "azuregermancloud" | Value<string>;
  /** @default "false" */
  readonly "allow-no-subscriptions"?: BooleanInput;
  /** @default "api://AzureADTokenExchange" */
  readonly audience?: TextInput;
  /** @default "SERVICE_PRINCIPAL" */
  readonly "auth-type"?: "SERVICE_PRINCIPAL" | "IDENTITY" | Value<string>;
}

/** The inputs of `azure/setup-helm` v5.0.1. */
export interface AzureSetupHelmInputs {
  /** @default "latest" */
  readonly version?: TextInput;
  /** @deprecated @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "https://get.helm.sh" */
  readonly downloadBaseURL?: TextInput;
}

/** The inputs of `azure/setup-kubectl` v5.1.0. */
export interface AzureSetupKubectlInputs {
  /** @default "latest" */
  readonly version?: TextInput;
}

/** The inputs of `bridgecrewio/checkov-action` v12.3119.0. */
export interface BridgecrewioCheckovActionInputs {
  readonly file?: TextInput;
  /** @default "." */
  readonly directory?: TextInput;
  readonly check?: TextInput;
  readonly skip_check?: TextInput;
  readonly compact?: TextInput;
  readonly quiet?: TextInput;
  readonly "api-key"?: TextInput;
  readonly output_bc_ids?: TextInput;
  readonly use_enforcement_rules?: TextInput;
  readonly skip_results_upload?: TextInput;
  readonly soft_fail?: TextInput;
  readonly framework?: TextInput;
  readonly skip_framework?: TextInput;
  readonly external_checks_dirs?: TextInput;
  readonly external_checks_repos?: TextInput;
  /** @default "sarif" */
  readonly output_format?: TextInput;
  readonly output_file_path?: TextInput;
  readonly download_external_modules?: BooleanInput;
  readonly enable_secrets_scan_all_files?: TextInput;
  /** @default "WARNING" */
  readonly log_level?: TextInput;
  readonly config_file?: TextInput;
  readonly baseline?: TextInput;
  readonly soft_fail_on?: TextInput;
  readonly hard_fail_on?: TextInput;
  /** @default "0" */
  readonly container_user?: TextInput;
  readonly docker_image?: TextInput;
  readonly dockerfile_path?: TextInput;
  readonly var_file?: TextInput;
  readonly github_pat?: TextInput;
  /** @deprecated */
  readonly tfc_token?: TextInput;
  readonly tf_registry_token?: TextInput;
  readonly ckv_validate_secrets?: TextInput;
  readonly vcs_base_url?: TextInput;
  readonly vcs_username?: TextInput;
  readonly vcs_token?: TextInput;
  readonly bitbucket_token?: TextInput;
  readonly bitbucket_app_password?: TextInput;
  readonly bitbucket_username?: TextInput;
  readonly repo_root_for_plan_enrichment?: TextInput;
  readonly deep_analysis?: TextInput;
  readonly policy_metadata_filter?: TextInput;
  readonly policy_metadata_filter_exception?: TextInput;
  readonly skip_path?: TextInput;
  readonly skip_cve_package?: TextInput;
  readonly skip_download?: TextInput;
  readonly "prisma-api-url"?: TextInput;
}

/** The inputs of `codecov/codecov-action` v5.5.2. */
export interface CodecovCodecovActionInputs {
  readonly base_sha?: TextInput;
  readonly binary?: TextInput;
  readonly codecov_yml_path?: TextInput;
  readonly commit_parent?: TextInput;
  readonly directory?: TextInput;
  /** @default "false" */
  readonly disable_file_fixes?: BooleanInput;
  /** @default "false" */
  readonly disable_search?: BooleanInput;
  /** @default "false" */
  readonly disable_safe_directory?: BooleanInput;
  /** @default "false" */
  readonly disable_telem?: BooleanInput;
  /** @default "false" */
  readonly dry_run?: BooleanInput;
  readonly env_vars?: TextInput;
  readonly exclude?: TextInput;
  /** @default "false" */
  readonly fail_ci_if_error?: BooleanInput;
  readonly files?: TextInput;
  readonly flags?: TextInput;
  readonly force?: TextInput;
  /** @default "github" */
  readonly git_service?: TextInput;
  readonly gcov_args?: TextInput;
  /** @default "gcov" */
  readonly gcov_executable?: TextInput;
  readonly gcov_ignore?: TextInput;
  readonly gcov_include?: TextInput;
  /** @default "false" */
  readonly handle_no_reports_found?: BooleanInput;
  readonly job_code?: TextInput;
  readonly name?: TextInput;
  readonly network_filter?: TextInput;
  readonly network_prefix?: TextInput;
  readonly os?: TextInput;
  readonly override_branch?: TextInput;
  readonly override_build?: TextInput;
  readonly override_build_url?: TextInput;
  readonly override_commit?: TextInput;
  readonly override_pr?: TextInput;
  readonly plugins?: TextInput;
  /** @default "false" */
  readonly recurse_submodules?: BooleanInput;
  readonly report_code?: TextInput;
  readonly report_type?: "test_results" | "coverage" | Value<string>;
  readonly root_dir?: TextInput;
  /** @default "upload-coverage" */
  readonly run_command?: "upload-coverage" | "empty-upload" | "pr-base-picking" | "send-notifications" | Value<string>;
  /** @default "false" */
  readonly skip_validation?: BooleanInput;
  readonly slug?: TextInput;
  readonly swift_project?: TextInput;
  readonly token?: TextInput;
  readonly url?: TextInput;
  /** @default "false" */
  readonly use_legacy_upload_endpoint?: BooleanInput;
  /** @default "false" */
  readonly use_oidc?: BooleanInput;
  /** @default "false" */
  readonly use_pypi?: BooleanInput;
  /** @default "false" */
  readonly verbose?: BooleanInput;
  /** @default "latest" */
  readonly version?: TextInput;
  readonly "working-directory"?: TextInput;
}

/** The inputs of `denoland/setup-deno` v2.0.4. */
export interface DenolandSetupDenoInputs {
  /** @default "2.x" */
  readonly "deno-version"?: TextInput;
  readonly "deno-version-file"?: TextInput;
  /** @default "deno" */
  readonly "deno-binary-name"?: TextInput;
  /** @default "false" */
  readonly cache?: BooleanInput;
  readonly "cache-hash"?: TextInput;
}

/** The inputs of `docker/bake-action` v7.1.0. */
export interface DockerBakeActionInputs {
  readonly builder?: TextInput;
  readonly allow?: TextInput;
  readonly call?: TextInput;
  readonly files?: TextInput;
  /** @default "false" */
  readonly "no-cache"?: BooleanInput;
  /** @default "false" */
  readonly pull?: BooleanInput;
  /** @default "false" */
  readonly load?: BooleanInput;
  readonly provenance?: TextInput;
  /** @default "false" */
  readonly push?: BooleanInput;
  readonly sbom?: TextInput;
  readonly set?: TextInput;
  readonly source?: TextInput;
  readonly targets?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `docker/build-push-action` v7.3.0. */
export interface DockerBuildPushActionInputs {
  readonly "add-hosts"?: TextInput;
  readonly allow?: TextInput;
  readonly annotations?: TextInput;
  readonly attests?: TextInput;
  readonly "build-args"?: TextInput;
  readonly "build-contexts"?: TextInput;
  readonly builder?: TextInput;
  readonly "cache-from"?: TextInput;
  readonly "cache-to"?: TextInput;
  readonly call?: TextInput;
  readonly "cgroup-parent"?: TextInput;
  readonly context?: TextInput;
  readonly file?: TextInput;
  readonly labels?: TextInput;
  /** @default "false" */
  readonly load?: BooleanInput;
  readonly network?: TextInput;
  /** @default "false" */
  readonly "no-cache"?: BooleanInput;
  readonly "no-cache-filters"?: TextInput;
  readonly outputs?: TextInput;
  readonly platforms?: TextInput;
  readonly provenance?: TextInput;
  /** @default "false" */
  readonly pull?: BooleanInput;
  /** @default "false" */
  readonly push?: BooleanInput;
  readonly sbom?: TextInput;
  readonly secrets?: TextInput;
  readonly "secret-envs"?: TextInput;
  readonly "secret-files"?: TextInput;
  readonly "shm-size"?: TextInput;
  readonly ssh?: TextInput;
  readonly tags?: TextInput;
  readonly target?: TextInput;
  readonly ulimit?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `docker/login-action` v4.1.0. */
export interface DockerLoginActionInputs {
  readonly registry?: TextInput;
  readonly username?: TextInput;
  readonly password?: TextInput;
  readonly ecr?: "auto" | "true" | "false" | Value<string>;
  readonly scope?: TextInput;
  /** @default "true" */
  readonly logout?: BooleanInput;
  readonly "registry-auth"?: TextInput;
}

/** The inputs of `docker/metadata-action` v6.2.0. */
export interface DockerMetadataActionInputs {
  /** @default "workflow" */
  readonly context?: "workflow" | "git" | Value<string>;
  readonly images?: TextInput;
  readonly tags?: TextInput;
  readonly flavor?: TextInput;
  readonly labels?: TextInput;
  readonly annotations?: TextInput;
  readonly "sep-tags"?: TextInput;
  readonly "sep-labels"?: TextInput;
  readonly "sep-annotations"?: TextInput;
  readonly "bake-target"?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `docker/scout-action` v1.22.0. */
export interface DockerScoutActionInputs {
  readonly command: TextInput;
  readonly debug?: TextInput;
  readonly "verbose-debug"?: TextInput;
  /** @default "true" */
  readonly summary?: BooleanInput;
  readonly organization?: TextInput;
  readonly image?: TextInput;
  readonly platform?: TextInput;
  readonly ref?: TextInput;
  readonly to?: TextInput;
  readonly "to-ref"?: TextInput;
  /** @deprecated */
  readonly "to-stream"?: TextInput;
  readonly "to-env"?: TextInput;
  readonly "to-latest"?: TextInput;
  /** @deprecated */
  readonly stream?: TextInput;
  readonly environment?: TextInput;
  readonly "hide-policies"?: TextInput;
  readonly "ignore-base"?: TextInput;
  readonly "ignore-unchanged"?: TextInput;
  readonly "only-vex-affected"?: TextInput;
  readonly "vex-author"?: TextInput;
  readonly "vex-location"?: TextInput;
  readonly "only-fixed"?: TextInput;
  readonly "only-unfixed"?: TextInput;
  readonly "only-severities"?: TextInput;
  readonly "only-package-types"?: TextInput;
  readonly "only-cisa-kev"?: TextInput;
  readonly "ignore-suppressed"?: TextInput;
  readonly "exit-code"?: TextInput;
  readonly "exit-on"?: TextInput;
  readonly "sarif-file"?: TextInput;
  readonly "only-refresh"?: TextInput;
  readonly "only-update"?: TextInput;
  /** @default "json" */
  readonly format?: "json" | "list" | "spdx" | "cyclonedx" | Value<string>;
  readonly output?: TextInput;
  readonly secrets?: TextInput;
  readonly tags?: TextInput;
  readonly file?: TextInput;
  readonly "predicate-type"?: TextInput;
  readonly referrer?: TextInput;
  readonly "referrer-repository"?: TextInput;
  readonly "registry-write-user"?: TextInput;
  readonly "registry-write-password"?: TextInput;
  readonly "dockerhub-user"?: TextInput;
  readonly "dockerhub-password"?: TextInput;
  readonly "registry-user"?: TextInput;
  readonly "registry-password"?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
  /** @default "true" */
  readonly "write-comment"?: BooleanInput;
  readonly "keep-previous-comments"?: TextInput;
}

/** The inputs of `docker/setup-buildx-action` v4.3.0. */
export interface DockerSetupBuildxActionInputs {
  readonly version?: TextInput;
  /** @default "docker-container" */
  readonly driver?: TextInput;
  readonly "driver-opts"?: TextInput;
  readonly "buildkitd-flags"?: TextInput;
  readonly "buildkitd-config"?: TextInput;
  readonly "buildkitd-config-inline"?: TextInput;
  /** @default "true" */
  readonly use?: BooleanInput;
  readonly name?: TextInput;
  readonly endpoint?: TextInput;
  readonly platforms?: TextInput;
  readonly append?: TextInput;
  /** @default "false" */
  readonly "keep-state"?: BooleanInput;
  /** @default "true" */
  readonly "cache-binary"?: BooleanInput;
  /** @default "true" */
  readonly cleanup?: BooleanInput;
}

/** The inputs of `docker/setup-qemu-action` v4.2.0. */
export interface DockerSetupQemuActionInputs {
  /** @default "docker.io/tonistiigi/binfmt:latest" */
  readonly image?: TextInput;
  /** @default "all" */
  readonly platforms?: TextInput;
  /** @default "false" */
  readonly reset?: BooleanInput;
  /** @default "true" */
  readonly "cache-image"?: BooleanInput;
}

/** The inputs of `dorny/test-reporter` v3.0.0. */
export interface DornyTestReporterInputs {
  readonly artifact?: TextInput;
  readonly name: TextInput;
  readonly path: TextInput;
  /** @default "false" */
  readonly "path-replace-backslashes"?: BooleanInput;
  readonly reporter: "dart-json" | "dotnet-nunit" | "dotnet-trx" | "flutter-json" | "golang-json" | "java-junit" | "jest-junit" | "mocha-json" | "tester-junit" | "phpunit-junit" | "python-xunit" | "rspec-json" | "swift-xunit" | Value<string>;
  /** @default "all" */
  readonly "list-suites"?: "all" | "failed" | "none" | Value<string>;
  /** @default "all" */
  readonly "list-tests"?: "all" | "failed" | "none" | Value<string>;
  /** @default "10" */
  readonly "max-annotations"?: NumberInput;
  /** @default "true" */
  readonly "fail-on-error"?: BooleanInput;
  /** @default "true" */
  readonly "fail-on-empty"?: BooleanInput;
  readonly "working-directory"?: TextInput;
  readonly "report-title"?: TextInput;
  /** @default "false" */
  readonly "only-summary"?: BooleanInput;
  /** @default "true" */
  readonly "use-actions-summary"?: BooleanInput;
  /** @default "tests" */
  readonly "badge-title"?: TextInput;
  /** @default "auto" */
  readonly collapsed?: "auto" | "always" | "never" | Value<string>;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
}

/** The inputs of `dtolnay/rust-toolchain` v1. */
export interface DtolnayRustToolchainInputs {
  readonly toolchain: TextInput;
  readonly targets?: TextInput;
  readonly target?: TextInput;
  readonly components?: TextInput;
}

/** The inputs of `github/codeql-action/analyze` v4.36.2. */
export interface GithubCodeqlActionAnalyzeInputs {
  readonly check_name?: TextInput;
  /** @default "../results" */
  readonly output?: TextInput;
  /** @default "always" */
  readonly upload?: "always" | "failure-only" | "never" | Value<string>;
  /** @deprecated */
  readonly "cleanup-level"?: TextInput;
  readonly ram?: NumberInput;
  /** @deprecated */
  readonly "add-snippets"?: TextInput;
  /** @default "false" */
  readonly "skip-queries"?: BooleanInput;
  readonly threads?: NumberInput;
  /** @default "${{ github.workspace }}" */
  readonly checkout_path?: TextInput;
  readonly ref?: TextInput;
  readonly sha?: TextInput;
  readonly category?: TextInput;
  /** @default "true" */
  readonly "upload-database"?: BooleanInput;
  readonly "post-processed-sarif-path"?: TextInput;
  /** @default "true" */
  readonly "wait-for-processing"?: BooleanInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "${{ toJson(matrix) }}" */
  readonly matrix?: TextInput;
  /** @default "false" */
  readonly "expect-error"?: BooleanInput;
}

/** The inputs of `github/codeql-action/autobuild` v4.36.2. */
export interface GithubCodeqlActionAutobuildInputs {
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "${{ toJson(matrix) }}" */
  readonly matrix?: TextInput;
  readonly "working-directory"?: TextInput;
}

/** The inputs of `github/codeql-action/init` v4.36.2. */
export interface GithubCodeqlActionInitInputs {
  readonly tools?: TextInput;
  readonly languages?: TextInput;
  readonly "build-mode"?: "none" | "autobuild" | "manual" | Value<string>;
  /** @default "code-scanning" */
  readonly "analysis-kinds"?: TextInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  readonly registries?: TextInput;
  /** @default "${{ toJson(matrix) }}" */
  readonly matrix?: TextInput;
  readonly "config-file"?: TextInput;
  readonly "db-location"?: TextInput;
  readonly config?: TextInput;
  readonly queries?: TextInput;
  /** @deprecated */
  readonly "quality-queries"?: TextInput;
  readonly packs?: TextInput;
  readonly "external-repository-token"?: TextInput;
  /** @deprecated */
  readonly "setup-python-dependencies"?: TextInput;
  readonly "source-root"?: TextInput;
  readonly ram?: NumberInput;
  readonly threads?: NumberInput;
  /** @default "false" */
  readonly debug?: BooleanInput;
  readonly "debug-artifact-name"?: TextInput;
  readonly "debug-database-name"?: TextInput;
  readonly "trap-caching"?: TextInput;
  readonly "dependency-caching"?: TextInput;
  /** @default "${{ job.check_run_id }}" */
  readonly "check-run-id"?: TextInput;
}

/** The inputs of `github/codeql-action/upload-sarif` v4.36.2. */
export interface GithubCodeqlActionUploadSarifInputs {
  /** @default "../results" */
  readonly sarif_file?: TextInput;
  /** @default "${{ github.workspace }}" */
  readonly checkout_path?: TextInput;
  readonly ref?: TextInput;
  readonly sha?: TextInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "${{ toJson(matrix) }}" */
  readonly matrix?: TextInput;
  readonly category?: TextInput;
  /** @default "true" */
  readonly "wait-for-processing"?: BooleanInput;
}

/** The inputs of `gitleaks/gitleaks-action` v3.0.0. */
export type GitleaksGitleaksActionInputs = Record<never, never>;

/** The inputs of `golangci/golangci-lint-action` v9.3.0. */
export interface GolangciGolangciLintActionInputs {
  readonly version?: TextInput;
  readonly "version-file"?: TextInput;
  /** @default "binary" */
  readonly "install-mode"?: "binary" | "goinstall" | "none" | Value<string>;
  /** @default "false" */
  readonly "install-only"?: BooleanInput;
  readonly "working-directory"?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
  /** @default "true" */
  readonly verify?: BooleanInput;
  /** @default "false" */
  readonly "only-new-issues"?: BooleanInput;
  readonly args?: CodeInput;
  /** @default "false" */
  readonly "skip-cache"?: BooleanInput;
  /** @default "false" */
  readonly "skip-save-cache"?: BooleanInput;
  /** @default "7" */
  readonly "cache-invalidation-interval"?: NumberInput;
  /** @default "false" */
  readonly "problem-matchers"?: BooleanInput;
  readonly debug?: TextInput;
  readonly experimental?: TextInput;
}

/** The inputs of `google-github-actions/auth` v3.0.0. */
export interface GoogleGithubActionsAuthInputs {
  readonly project_id?: TextInput;
  readonly workload_identity_provider?: TextInput;
  readonly service_account?: TextInput;
  readonly audience?: TextInput;
  readonly credentials_json?: TextInput;
  /** @default "true" */
  readonly create_credentials_file?: BooleanInput;
  /** @default "true" */
  readonly export_environment_variables?: BooleanInput;
  readonly token_format?: "access_token" | "id_token" | "" | Value<string>;
  readonly delegates?: TextInput;
  /** @default "googleapis.com" */
  readonly universe?: TextInput;
  readonly request_reason?: TextInput;
  /** @default "true" */
  readonly cleanup_credentials?: BooleanInput;
  /** @default "3600s" */
  readonly access_token_lifetime?: TextInput;
  /** @default "https://www.googleapis.com/auth/cloud-platform" */
  readonly access_token_scopes?: TextInput;
  readonly access_token_subject?: TextInput;
  readonly id_token_audience?: TextInput;
  /** @default "false" */
  readonly id_token_include_email?: BooleanInput;
}

/** The inputs of `google-github-actions/deploy-cloudrun` v3.0.1. */
export interface GoogleGithubActionsDeployCloudrunInputs {
  readonly service?: TextInput;
  readonly job?: TextInput;
  readonly metadata?: TextInput;
  readonly image?: TextInput;
  readonly source?: TextInput;
  readonly suffix?: TextInput;
  readonly env_vars?: LinesInput;
  /** @default "merge" */
  readonly env_vars_update_strategy?: "merge" | "overwrite" | Value<string>;
  readonly secrets?: LinesInput;
  /** @default "merge" */
  readonly secrets_update_strategy?: "merge" | "overwrite" | Value<string>;
  readonly labels?: LinesInput;
  /** @default "false" */
  readonly skip_default_labels?: BooleanInput;
  readonly tag?: TextInput;
  readonly timeout?: TextInput;
  readonly flags?: TextInput;
  /** @default "false" */
  readonly no_traffic?: BooleanInput;
  /** @default "false" */
  readonly wait?: BooleanInput;
  readonly revision_traffic?: TextInput;
  readonly tag_traffic?: TextInput;
  readonly update_traffic_flags?: TextInput;
  readonly project_id?: TextInput;
  /** @default "us-central1" */
  readonly region?: TextInput;
  readonly gcloud_version?: TextInput;
  readonly gcloud_component?: TextInput;
}

/** The inputs of `google-github-actions/get-gke-credentials` v3.0.0. */
export interface GoogleGithubActionsGetGkeCredentialsInputs {
  readonly cluster_name: TextInput;
  readonly location?: TextInput;
  readonly project_id?: TextInput;
  readonly context_name?: TextInput;
  readonly namespace?: TextInput;
  /** @default "false" */
  readonly use_auth_provider?: BooleanInput;
  /** @default "false" */
  readonly use_internal_ip?: BooleanInput;
  /** @default "false" */
  readonly use_connect_gateway?: BooleanInput;
  /** @default "false" */
  readonly use_dns_based_endpoint?: BooleanInput;
  readonly fleet_membership_name?: TextInput;
  readonly quota_project_id?: TextInput;
}

/** The inputs of `google-github-actions/setup-gcloud` v3.0.1. */
export interface GoogleGithubActionsSetupGcloudInputs {
  /** @default "latest" */
  readonly version?: TextInput;
  readonly project_id?: TextInput;
  readonly install_components?: TextInput;
  /** @default "false" */
  readonly skip_install?: BooleanInput;
  /** @default "false" */
  readonly cache?: BooleanInput;
}

/** The inputs of `google-github-actions/upload-cloud-storage` v3.0.0. */
export interface GoogleGithubActionsUploadCloudStorageInputs {
  readonly project_id?: TextInput;
  /** @default "googleapis.com" */
  readonly universe?: TextInput;
  readonly path: TextInput;
  readonly destination: TextInput;
  /** @default "true" */
  readonly gzip?: BooleanInput;
  /** @default "true" */
  readonly resumable?: BooleanInput;
  readonly predefinedAcl?: "authenticatedRead" | "bucketOwnerFullControl" | "bucketOwnerRead" | "private" | "projectPrivate" | "publicRead" | Value<string>;
  readonly headers?: TextInput;
  /** @default "true" */
  readonly parent?: BooleanInput;
  readonly glob?: TextInput;
  /** @default "100" */
  readonly concurrency?: NumberInput;
  /** @default ".gcloudignore" */
  readonly gcloudignore_path?: TextInput;
  /** @default "true" */
  readonly process_gcloudignore?: BooleanInput;
}

/** The inputs of `google/osv-scanner-action/osv-reporter-action` v2.5.0. */
export interface GoogleOsvScannerActionOsvReporterActionInputs {
  readonly "scan-args": LinesInput;
}

/** The inputs of `google/osv-scanner-action/osv-scanner-action` v2.5.0. */
export interface GoogleOsvScannerActionOsvScannerActionInputs {
  /** @default "--recursive\n./" */
  readonly "scan-args"?: LinesInput;
}

/** The inputs of `goreleaser/goreleaser-action` v7.2.3. */
export interface GoreleaserGoreleaserActionInputs {
  /** @default "goreleaser" */
  readonly distribution?: "goreleaser" | "goreleaser-pro" | Value<string>;
  /** @default "~> v2" */
  readonly version?: TextInput;
  readonly "version-file"?: TextInput;
  readonly args?: TextInput;
  /** @default "." */
  readonly workdir?: TextInput;
  /** @default "false" */
  readonly "install-only"?: BooleanInput;
}

/** The inputs of `gradle/actions/setup-gradle` v6.3.0. */
export interface GradleActionsSetupGradleInputs {
  readonly "gradle-version"?: TextInput;
  /** @default "enhanced" */
  readonly "cache-provider"?: "basic" | "enhanced" | Value<string>;
  /** @default "false" */
  readonly "cache-disabled"?: BooleanInput;
  /** @default "${{ github.event.repository != null && github.ref_name != github.event.repository.default_branch }}" */
  readonly "cache-read-only"?: BooleanInput;
  /** @default "false" */
  readonly "cache-write-only"?: BooleanInput;
  /** @default "false" */
  readonly "cache-overwrite-existing"?: BooleanInput;
  readonly "cache-encryption-key"?: TextInput;
  /** @default "on-success" */
  readonly "cache-cleanup"?: "never" | "on-success" | "always" | Value<string>;
  /** @deprecated */
  readonly "gradle-home-cache-cleanup"?: BooleanInput;
  /** @default "caches\nnotifications\n" */
  readonly "gradle-home-cache-includes"?: LinesInput;
  readonly "gradle-home-cache-excludes"?: LinesInput;
  /** @default "always" */
  readonly "add-job-summary"?: "never" | "always" | "on-failure" | Value<string>;
  /** @default "never" */
  readonly "add-job-summary-as-pr-comment"?: "never" | "always" | "on-failure" | Value<string>;
  /** @default "disabled" */
  readonly "dependency-graph"?: "disabled" | "generate" | "generate-and-submit" | "generate-submit-and-upload" | "generate-and-upload" | "download-and-submit" | Value<string>;
  /** @default "dependency-graph-reports" */
  readonly "dependency-graph-report-dir"?: TextInput;
  /** @default "true" */
  readonly "dependency-graph-continue-on-failure"?: BooleanInput;
  readonly "dependency-graph-exclude-projects"?: TextInput;
  readonly "dependency-graph-include-projects"?: TextInput;
  readonly "dependency-graph-exclude-configurations"?: TextInput;
  readonly "dependency-graph-include-configurations"?: TextInput;
  readonly "artifact-retention-days"?: NumberInput;
  /** @default "false" */
  readonly "build-scan-publish"?: BooleanInput;
  readonly "build-scan-terms-of-use-url"?: "https://gradle.com/terms-of-service" | "https://gradle.com/help/legal-terms-of-use" | Value<string>;
  readonly "build-scan-terms-of-use-agree"?: "yes" | Value<string>;
  readonly "develocity-access-key"?: TextInput;
  readonly "develocity-token-expiry"?: NumberInput;
  readonly "develocity-injection-enabled"?: BooleanInput;
  readonly "develocity-url"?: TextInput;
  readonly "develocity-allow-untrusted-server"?: BooleanInput;
  readonly "develocity-capture-file-fingerprints"?: BooleanInput;
  readonly "develocity-enforce-url"?: BooleanInput;
  readonly "develocity-plugin-version"?: TextInput;
  readonly "develocity-ccud-plugin-version"?: TextInput;
  readonly "gradle-plugin-repository-url"?: TextInput;
  readonly "gradle-plugin-repository-username"?: TextInput;
  readonly "gradle-plugin-repository-password"?: TextInput;
  /** @default "true" */
  readonly "validate-wrappers"?: BooleanInput;
  /** @default "false" */
  readonly "allow-snapshot-wrappers"?: BooleanInput;
  /** @deprecated */
  readonly arguments?: TextInput;
  /** @default "false" */
  readonly "gradle-home-cache-strict-match"?: BooleanInput;
  /** @default "${{ toJSON(matrix) }}" */
  readonly "workflow-job-context"?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `grafana/setup-k6-action` v1.2.1. */
export interface GrafanaSetupK6ActionInputs {
  readonly "k6-version"?: TextInput;
  readonly browser?: TextInput;
  /** @default "${{ github.token }}" */
  readonly "github-token"?: TextInput;
}

/** The inputs of `hashicorp/setup-terraform` v4.0.1. */
export interface HashicorpSetupTerraformInputs {
  /** @default "app.terraform.io" */
  readonly cli_config_credentials_hostname?: TextInput;
  readonly cli_config_credentials_token?: TextInput;
  /** @default "latest" */
  readonly terraform_version?: TextInput;
  /** @default "true" */
  readonly terraform_wrapper?: BooleanInput;
}

/** The inputs of `imjasonh/setup-crane` v0.5. */
export interface ImjasonhSetupCraneInputs {
  /** @default "latest-release" */
  readonly version?: TextInput;
}

/** The inputs of `opentofu/setup-opentofu` v2.0.2. */
export interface OpentofuSetupOpentofuInputs {
  /** @default "app.terraform.io" */
  readonly cli_config_credentials_hostname?: TextInput;
  readonly cli_config_credentials_token?: TextInput;
  /** @default "latest" */
  readonly tofu_version?: TextInput;
  readonly tofu_version_file?: TextInput;
  /** @default "true" */
  readonly tofu_wrapper?: BooleanInput;
  /** @default "false" */
  readonly cache?: BooleanInput;
  readonly github_token?: TextInput;
  /** @default "false" */
  readonly provider_acceptance_tests?: BooleanInput;
  readonly checksums?: LinesInput;
}

/** The inputs of `ossf/scorecard-action` v2.4.4. */
export interface OssfScorecardActionInputs {
  readonly results_file: TextInput;
  readonly results_format: "json" | "sarif" | Value<string>;
  /** @default "${{ github.token }}" */
  readonly repo_token?: TextInput;
  /** @default "false" */
  readonly publish_results?: BooleanInput;
  /** @default "archive" */
  readonly file_mode?: TextInput;
  /** @default "https://api.scorecard.dev" */
  readonly internal_publish_base_url?: TextInput;
  /** @default "${{ github.token }}" */
  readonly internal_default_token?: TextInput;
}

/** The inputs of `oven-sh/setup-bun` v2.2.0. */
export interface OvenShSetupBunInputs {
  readonly "bun-version"?: TextInput;
  readonly "bun-version-file"?: TextInput;
  readonly "bun-download-url"?: TextInput;
  readonly registries?: TextInput;
  /** @deprecated */
  readonly "registry-url"?: TextInput;
  /** @deprecated */
  readonly scope?: TextInput;
  /** @default "false" */
  readonly "no-cache"?: BooleanInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly token?: TextInput;
}

/** The inputs of `peter-evans/create-or-update-comment` v5.0.0. */
export interface PeterEvansCreateOrUpdateCommentInputs {
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "${{ github.repository }}" */
  readonly repository?: TextInput;
  readonly "issue-number"?: TextInput;
  readonly "comment-id"?: TextInput;
  readonly body?: TextInput;
  readonly "body-path"?: TextInput;
  /** @deprecated */
  readonly "body-file"?: TextInput;
  /** @default "append" */
  readonly "edit-mode"?: "replace" | "append" | Value<string>;
  /** @default "newline" */
  readonly "append-separator"?: "newline" | "space" | "none" | Value<string>;
  readonly reactions?: LinesInput;
  /** @default "append" */
  readonly "reactions-edit-mode"?: "replace" | "append" | Value<string>;
}

/** The inputs of `peter-evans/create-pull-request` v8.1.1. */
export interface PeterEvansCreatePullRequestInputs {
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  readonly "branch-token"?: TextInput;
  readonly path?: TextInput;
  readonly "add-paths"?: LinesInput;
  /** @default "[create-pull-request] automated change" */
  readonly "commit-message"?: TextInput;
  /** @default "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>" */
  readonly committer?: TextInput;
  /** @default "${{ github.actor }} <${{ github.actor_id }}+${{ github.actor }}@users.noreply.github.com>" */
  readonly author?: TextInput;
  /** @default "false" */
  readonly signoff?: BooleanInput;
  /** @default "create-pull-request/patch" */
  readonly branch?: TextInput;
  /** @default "false" */
  readonly "delete-branch"?: BooleanInput;
  readonly "branch-suffix"?: TextInput;
  readonly base?: TextInput;
  readonly "push-to-fork"?: TextInput;
  /** @default "false" */
  readonly "sign-commits"?: BooleanInput;
  /** @default "Changes by create-pull-request action" */
  readonly title?: TextInput;
  /** @default "Automated changes by [create-pull-request](https://github.com/peter-evans/create-pull-request) GitHub action" */
  readonly body?: TextInput;
  readonly "body-path"?: TextInput;
  readonly labels?: LinesInput;
  readonly assignees?: LinesInput;
  readonly reviewers?: LinesInput;
  readonly "team-reviewers"?: LinesInput;
  readonly milestone?: TextInput;
  /** @default "false" */
  readonly draft?: "true" | "always-true" | "false" | Value<string>;
  /** @default "true" */
  readonly "maintainer-can-modify"?: BooleanInput;
}

/** The inputs of `pnpm/action-setup` v4.0.0. */
export interface PnpmActionSetupInputs {
  readonly version?: TextInput;
  /** @default "~/setup-pnpm" */
  readonly dest?: TextInput;
  /** @default "null" */
  readonly run_install?: TextInput;
  /** @default "package.json" */
  readonly package_json_file?: TextInput;
  /** @default "false" */
  readonly standalone?: BooleanInput;
}

/** The inputs of `pre-commit/action` v3.0.1. */
export interface PreCommitActionInputs {
  /** @default "--all-files" */
  readonly extra_args?: CodeInput;
}

/** The inputs of `re-actors/alls-green` v1.2.2. */
export interface ReActorsAllsGreenInputs {
  readonly jobs: TextInput;
  /** @default "[]" */
  readonly "allowed-failures"?: TextInput;
  /** @default "[]" */
  readonly "allowed-skips"?: TextInput;
}

/** The inputs of `ruby/setup-ruby` v1.315.0. */
export interface RubySetupRubyInputs {
  /** @default "default" */
  readonly "ruby-version"?: TextInput;
  readonly rubygems?: TextInput;
  readonly bundler?: TextInput;
  /** @default "false" */
  readonly "bundler-cache"?: BooleanInput;
  readonly "working-directory"?: TextInput;
  readonly "cache-version"?: TextInput;
  readonly "self-hosted"?: TextInput;
  readonly "windows-toolchain"?: TextInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly token?: TextInput;
}

/** The inputs of `semgrep/semgrep-action` v0.58.0. */
export interface SemgrepSemgrepActionInputs {
  readonly config?: TextInput;
  readonly publishToken?: TextInput;
}

/** The inputs of `sigstore/cosign-installer` v4.1.2. */
export interface SigstoreCosignInstallerInputs {
  /** @default "v3.0.6" */
  readonly "cosign-release"?: TextInput;
  /** @default "$HOME/.cosign" */
  readonly "install-dir"?: TextInput;
  /** @default "false" */
  readonly "use-sudo"?: BooleanInput;
}

/** The inputs of `slackapi/slack-github-action` v4.0.0. */
export interface SlackapiSlackGithubActionInputs {
  readonly api?: TextInput;
  /** @default "false" */
  readonly errors?: BooleanInput;
  readonly method?: TextInput;
  readonly payload?: TextInput;
  readonly "payload-delimiter"?: TextInput;
  readonly "payload-file-path"?: TextInput;
  /** @default "false" */
  readonly "payload-templated"?: BooleanInput;
  readonly proxy?: TextInput;
  /** @default "5" */
  readonly retries?: TextInput;
  readonly token?: TextInput;
  readonly webhook?: TextInput;
  readonly "webhook-type"?: TextInput;
}

/** The inputs of `snok/install-poetry` v1.4.2. */
export interface SnokInstallPoetryInputs {
  /** @default "latest" */
  readonly version?: TextInput;
  /** @default "true" */
  readonly "virtualenvs-create"?: BooleanInput;
  /** @default "false" */
  readonly "virtualenvs-in-project"?: BooleanInput;
  /** @default "{cache-dir}/virtualenvs" */
  readonly "virtualenvs-path"?: TextInput;
  /** @default "true" */
  readonly "installer-parallel"?: BooleanInput;
  readonly "installation-arguments"?: TextInput;
  readonly plugins?: TextInput;
}

/** The inputs of `softprops/action-gh-release` v3.0.0. */
export interface SoftpropsActionGhReleaseInputs {
  readonly body?: TextInput;
  readonly body_path?: TextInput;
  readonly name?: TextInput;
  readonly tag_name?: TextInput;
  readonly draft?: BooleanInput;
  readonly prerelease?: BooleanInput;
  readonly preserve_order?: TextInput;
  readonly files?: LinesInput;
  readonly working_directory?: TextInput;
  /** @default "true" */
  readonly overwrite_files?: BooleanInput;
  readonly fail_on_unmatched_files?: BooleanInput;
  readonly repository?: TextInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  readonly target_commitish?: TextInput;
  readonly discussion_category_name?: TextInput;
  readonly generate_release_notes?: TextInput;
  readonly previous_tag?: TextInput;
  readonly append_body?: BooleanInput;
  readonly make_latest?: "true" | "false" | "legacy" | Value<string>;
}

/** The inputs of `step-security/harden-runner` v2.20.1. */
export interface StepSecurityHardenRunnerInputs {
  readonly "allowed-endpoints"?: TextInput;
  /** @default "block" */
  readonly "egress-policy"?: "audit" | "block" | Value<string>;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "false" */
  readonly "disable-telemetry"?: BooleanInput;
  /** @default "false" */
  readonly "disable-sudo"?: BooleanInput;
  /** @default "false" */
  readonly "disable-sudo-and-containers"?: BooleanInput;
  /** @default "false" */
  readonly "disable-file-monitoring"?: BooleanInput;
  readonly policy?: TextInput;
  readonly "api-key"?: TextInput;
  /** @default "false" */
  readonly "use-policy-store"?: BooleanInput;
  /** @default "false" */
  readonly "deploy-on-self-hosted-vm"?: BooleanInput;
}

/** The inputs of `taiki-e/install-action` v2.86.5. */
export interface TaikiEInstallActionInputs {
  readonly tool: TextInput;
  /** @default "true" */
  readonly checksum?: BooleanInput;
  /** @default "cargo-binstall" */
  readonly fallback?: "none" | "cargo-binstall" | "cargo-install" | Value<string>;
}

/** The inputs of `terraform-linters/setup-tflint` v6.3.0. */
export interface TerraformLintersSetupTflintInputs {
  /** @default "latest" */
  readonly tflint_version?: TextInput;
  readonly tflint_version_file?: TextInput;
  /** @default "${{ github.server_url == 'https://github.com' && github.token || '' }}" */
  readonly github_token?: TextInput;
  /** @default "false" */
  readonly tflint_wrapper?: BooleanInput;
  readonly checksums?: LinesInput;
  /** @default "false" */
  readonly cache?: BooleanInput;
  /** @default ".tflint.hcl" */
  readonly tflint_config_path?: TextInput;
  /** @default "~/.tflint.d/plugins" */
  readonly plugin_dir?: TextInput;
}

/** The inputs of `trufflesecurity/trufflehog` v3.97.0. */
export interface TrufflesecurityTrufflehogInputs {
  /** @default "./" */
  readonly path?: TextInput;
  readonly base?: TextInput;
  readonly head?: TextInput;
  readonly extra_args?: TextInput;
  /** @default "latest" */
  readonly version?: TextInput;
  /** @default "ghcr.io/trufflesecurity/trufflehog" */
  readonly image?: TextInput;
}

/** The inputs of `zaproxy/action-baseline` v0.15.0. */
export interface ZaproxyActionBaselineInputs {
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  readonly target: TextInput;
  readonly rules_file_name?: TextInput;
  /** @default "ghcr.io/zaproxy/zaproxy:stable" */
  readonly docker_name?: TextInput;
  readonly cmd_options?: TextInput;
  /** @default "ZAP Scan Baseline Report" */
  readonly issue_title?: TextInput;
  /** @default "false" */
  readonly fail_action?: BooleanInput;
  /** @default "true" */
  readonly allow_issue_writing?: BooleanInput;
  /** @default "zap_scan" */
  readonly artifact_name?: TextInput;
}

/** The inputs of `zizmorcore/zizmor-action` v0.1.1. */
export interface ZizmorcoreZizmorActionInputs {
  /** @default "." */
  readonly inputs?: TextInput;
  /** @default "true" */
  readonly "online-audits"?: BooleanInput;
  /** @default "regular" */
  readonly persona?: "regular" | "pedantic" | "auditor" | Value<string>;
  readonly "min-severity"?: "unknown" | "informational" | "low" | "medium" | "high" | Value<string>;
  readonly "min-confidence"?: "unknown" | "low" | "medium" | "high" | Value<string>;
  /** @default "latest" */
  readonly version?: TextInput;
  /** @default "${{ github.token }}" */
  readonly token?: TextInput;
  /** @default "true" */
  readonly "advanced-security"?: BooleanInput;
}

/** The actions of `Swatinem`. */
export const swatinem = Object.freeze({
  /** `Swatinem/rust-cache` v2.9.2. */
  rustCache: knownAction<SwatinemRustCacheInputs, "cache-hit", "v1">({"action":"Swatinem/rust-cache","outputs":["cache-hit"],"older":{"v1":{"version":"v1.4.0","commit":"cb2cf0cc7c5198d3364b9630e2c3d457f160790c"}}}, () => ({ "prefix-key": "string", "shared-key": "string", key: "string", "add-job-id-key": "boolean", "add-rust-environment-hash-key": "boolean", "env-vars": "string", workspaces: "lines", "cache-directories": "lines", "cache-targets": "boolean", "cache-on-failure": "boolean", "cache-all-crates": "boolean", "cache-workspace-crates": "boolean", "save-if": "boolean", "cache-provider": ["github","warpbuild"], "cache-bin": "boolean", "lookup-only": "boolean", "cmd-format": "string" })),
});

/** The actions of `actions-rust-lang`. */
export const actionsRustLang = Object.freeze({
  /** `actions-rust-lang/setup-rust-toolchain` v1.17.0. */
  setupRustToolchain: knownAction<ActionsRustLangSetupRustToolchainInputs, "rustc-version" | "cargo-version" | "rustup-version" | "cachekey">({"action":"actions-rust-lang/setup-rust-toolchain","outputs":["rustc-version","cargo-version","rustup-version","cachekey"]}, () => ({ toolchain: "string", target: "string", components: "string", cache: "boolean", "cache-workspaces": "lines", "cache-directories": "lines", "cache-on-failure": "boolean", "cache-key": "string", "cache-shared-key": "string", "cache-bin": "boolean", "cache-provider": ["github","buildjet","warpbuild"], "cache-all-crates": "boolean", "cache-workspace-crates": "boolean", "cache-save-if": "boolean", "cache-targets": "boolean", matcher: "boolean", rustflags: "string", override: "boolean", "rust-src-dir": "string" })),
});

/** The actions of `actions`. */
export const actions = Object.freeze({
  /** `actions/attest` v4.2.2. */
  attest: knownAction<ActionsAttestInputs, "bundle-path" | "attestation-id" | "attestation-url" | "storage-record-ids", "v3" | "v2">({"action":"actions/attest","permissions":{"id-token":"write","attestations":"write"},"outputs":["bundle-path","attestation-id","attestation-url","storage-record-ids"],"older":{"v3":{"version":"v3.2.0","commit":"e59cbc1ad1ac2d59339667419eb8cdde6eb61e3d"},"v2":{"version":"v2.4.0","commit":"ce27ba3b4a9a139d9a20a4a07d69fabb52f1e5bc"}}}, () => ({ "subject-path": "string", "subject-digest": "string", "subject-name": "string", "subject-checksums": "string", "subject-version": "string", "sbom-path": "string", "predicate-type": "string", predicate: "string", "predicate-path": "string", "push-to-registry": "boolean", "create-storage-record": "boolean", "show-summary": "boolean", "github-token": "string" })),
  /** `actions/attest-build-provenance` v4.1.0. */
  attestBuildProvenance: knownAction<ActionsAttestBuildProvenanceInputs, "bundle-path" | "attestation-id" | "attestation-url" | "storage-record-ids", "v3" | "v2">({"action":"actions/attest-build-provenance","permissions":{"id-token":"write","attestations":"write"},"outputs":["bundle-path","attestation-id","attestation-url","storage-record-ids"],"older":{"v3":{"version":"v3.2.0","commit":"96278af6caaf10aea03fd8d33a09a777ca52d62f"},"v2":{"version":"v2.4.0","commit":"e8998f949152b193b063cb0ec769d69d929409be"}}}, () => ({ "subject-path": "string", "subject-digest": "string", "subject-name": "string", "subject-checksums": "string", "predicate-type": "string", predicate: "string", "predicate-path": "string", "push-to-registry": "boolean", "create-storage-record": "boolean", "show-summary": "boolean", "github-token": "string" })),
  /** `actions/attest-sbom` v4.1.0. */
  attestSbom: demandingAction<ActionsAttestSbomInputs, "bundle-path" | "attestation-id" | "attestation-url", "v3" | "v2">({"action":"actions/attest-sbom","permissions":{"id-token":"write","attestations":"write"},"outputs":["bundle-path","attestation-id","attestation-url"],"older":{"v3":{"version":"v3.0.0","commit":"4651f806c01d8637787e274ac3bdf724ef169f34"},"v2":{"version":"v2.4.0","commit":"bd218ad0dbcb3e146bd073d1d9c6d78e08aa8a0b"}}}, () => ({ "subject-path": "string", "subject-digest": "string", "subject-name": "string", "subject-checksums": "string", "sbom-path": "string", "push-to-registry": "boolean", "show-summary": "boolean", "github-token": "string" }), "sbom-path"),
  /** `actions/cache` v5.0.5. */
  cache: demandingAction<ActionsCacheInputs, "cache-hit", "v4" | "v3">({"action":"actions/cache","outputs":["cache-hit"],"older":{"v4":{"version":"v4.3.0","commit":"0057852bfaa89a56745cba8c7296529d2fc39830"},"v3":{"version":"v3.5.0","commit":"6f8efc29b200d32929f49075959781ed54ec270c"}}}, () => ({ path: "string", key: "string", "restore-keys": "lines", "upload-chunk-size": "number", enableCrossOsArchive: "boolean", "fail-on-cache-miss": "boolean", "lookup-only": "boolean", "save-always": "boolean" }), "path", "key"),
  /** `actions/cache/restore` v5.0.5. */
  cacheRestore: demandingAction<ActionsCacheRestoreInputs, "cache-hit" | "cache-primary-key" | "cache-matched-key", "v4" | "v3">({"action":"actions/cache/restore","outputs":["cache-hit","cache-primary-key","cache-matched-key"],"older":{"v4":{"version":"v4.3.0","commit":"0057852bfaa89a56745cba8c7296529d2fc39830"},"v3":{"version":"v3.5.0","commit":"6f8efc29b200d32929f49075959781ed54ec270c"}}}, () => ({ path: "string", key: "string", "restore-keys": "lines", enableCrossOsArchive: "boolean", "fail-on-cache-miss": "boolean", "lookup-only": "boolean" }), "path", "key"),
  /** `actions/cache/save` v5.0.5. */
  cacheSave: demandingAction<ActionsCacheSaveInputs, never, "v4" | "v3">({"action":"actions/cache/save","older":{"v4":{"version":"v4.3.0","commit":"0057852bfaa89a56745cba8c7296529d2fc39830"},"v3":{"version":"v3.5.0","commit":"6f8efc29b200d32929f49075959781ed54ec270c"}}}, () => ({ path: "string", key: "string", "upload-chunk-size": "number", enableCrossOsArchive: "boolean" }), "path", "key"),
  /** `actions/checkout` v7.0.1. */
  checkout: knownAction<ActionsCheckoutInputs, "ref" | "commit", "v6" | "v5">({"action":"actions/checkout","outputs":["ref","commit"],"older":{"v6":{"version":"v6.1.0","commit":"d23441a48e516b6c34aea4fa41551a30e30af803"},"v5":{"version":"v5.1.0","commit":"fbc6f3992d24b796d5a048ff273f7fcc4a7b6c09"}}}, () => ({ repository: "string", ref: "string", token: "string", "ssh-key": "string", "ssh-known-hosts": "string", "ssh-strict": "boolean", "ssh-user": "string", "persist-credentials": "boolean", path: "string", clean: "boolean", filter: "string", "sparse-checkout": "lines", "sparse-checkout-cone-mode": "boolean", "fetch-depth": "number", "fetch-tags": "boolean", "show-progress": "boolean", lfs: "boolean", submodules: ["true","false","recursive"], "set-safe-directory": "boolean", "github-server-url": "string", "allow-unsafe-pr-checkout": "boolean" })),
  /** `actions/configure-pages` v5.0.0. */
  configurePages: knownAction<ActionsConfigurePagesInputs, "base_url" | "origin" | "host" | "base_path", "v4" | "v3">({"action":"actions/configure-pages","outputs":["base_url","origin","host","base_path"],"older":{"v4":{"version":"v4.0.0","commit":"1f0c5cde4bc74cd7e1254d0cb4de8d49e9068c7d"},"v3":{"version":"v3.0.7","commit":"b8130d9ab958b325bbde9786d62f2c97a9885a0e"}}}, () => ({ static_site_generator: ["nuxt","next","gatsby","sveltekit"], generator_config_file: "string", token: "string", enablement: "boolean" })),
  /** `actions/create-github-app-token` v3.1.1. */
  createGithubAppToken: demandingAction<ActionsCreateGithubAppTokenInputs, "token" | "installation-id" | "app-slug", "v2" | "v1">({"action":"actions/create-github-app-token","outputs":["token","installation-id","app-slug"],"older":{"v2":{"version":"v2.2.2","commit":"fee1f7d63c2ff003460e3d139729b119787bc349"},"v1":{"version":"v1.12.0","commit":"d72941d797fd3113feb6b93fd0dec494b13a2547"}}}, () => ({ "client-id": "string", "app-id": "string", "private-key": "string", owner: "string", repositories: "lines", "skip-token-revoke": "boolean", "github-api-url": "string", "permission-actions": ["read","write"], "permission-administration": ["read","write"], "permission-artifact-metadata": ["read","write"], "permission-attestations": ["read","write"], "permission-checks": ["read","write"], "permission-codespaces": ["read","write"], "permission-contents": ["read","write"], "permission-custom-properties-for-organizations": ["read","write"], "permission-dependabot-secrets": ["read","write"], "permission-deployments": ["read","write"], "permission-discussions": ["read","write"], "permission-email-addresses": ["read","write"], "permission-enterprise-custom-properties-for-organizations": ["read","write","admin"], "permission-environments": ["read","write"], "permission-followers": ["read","write"], "permission-git-ssh-keys": ["read","write"], "permission-gpg-keys": ["read","write"], "permission-interaction-limits": ["read","write"], "permission-issues": ["read","write"], "permission-members": ["read","write"], "permission-merge-queues": ["read","write"], "permission-metadata": ["read","write"], "permission-organization-administration": ["read","write"], "permission-organization-announcement-banners": ["read","write"], "permission-organization-copilot-seat-management": ["write"], "permission-organization-custom-org-roles": ["read","write"], "permission-organization-custom-properties": ["read","write","admin"], "permission-organization-custom-roles": ["read","write"], "permission-organization-events": ["read"], "permission-organization-hooks": ["read","write"], "permission-organization-packages": ["read","write"], "permission-organization-personal-access-token-requests": ["read","write"], "permission-organization-personal-access-tokens": ["read","write"], "permission-organization-plan": ["read"], "permission-organization-projects": ["read","write","admin"], "permission-organization-secrets": ["read","write"], "permission-organization-self-hosted-runners": ["read","write"], "permission-organization-user-blocking": ["read","write"], "permission-packages": ["read","write"], "permission-pages": ["read","write"], "permission-profile": ["write"], "permission-pull-requests": ["read","write"], "permission-repository-custom-properties": ["read","write"], "permission-repository-hooks": ["read","write"], "permission-repository-projects": ["read","write","admin"], "permission-secret-scanning-alerts": ["read","write"], "permission-secrets": ["read","write"], "permission-security-events": ["read","write"], "permission-single-file": ["read","write"], "permission-starring": ["read","write"], "permission-statuses": ["read","write"], "permission-team-discussions": ["read","write"], "permission-vulnerability-alerts": ["read","write"], "permission-workflows": ["write"] }), "private-key"),
  /** `actions/dependency-review-action` v4.9.0. */
  dependencyReviewAction: knownAction<ActionsDependencyReviewActionInputs, "comment-content" | "dependency-changes" | "vulnerable-changes" | "invalid-license-changes" | "denied-changes", "v3" | "v2">({"action":"actions/dependency-review-action","permissions":{"contents":"read"},"outputs":["comment-content","dependency-changes","vulnerable-changes","invalid-license-changes","denied-changes"],"older":{"v3":{"version":"v3.1.5","commit":"c74b580d73376b7750d3d2a50bfb8adc2c937507"},"v2":{"version":"v2.5.1","commit":"0efb1d1d84fc9633afcdaad14c485cbbc90ef46c"}}}, () => ({ "repo-token": "string", "fail-on-severity": ["low","moderate","high","critical"], "fail-on-scopes": "string", "base-ref": "string", "head-ref": "string", "config-file": "string", "allow-licenses": "string", "deny-licenses": "string", "allow-dependencies-licenses": "string", "allow-ghsas": "string", "external-repo-token": "string", "license-check": "boolean", "vulnerability-check": "boolean", "comment-summary-in-pr": "string", "deny-packages": "string", "deny-groups": "string", "retry-on-snapshot-warnings": "string", "retry-on-snapshot-warnings-timeout": "number", "warn-only": "string", "show-openssf-scorecard": "string", "warn-on-openssf-scorecard-level": "number", "show-patched-versions": "string" })),
  /** `actions/deploy-pages` v5.0.0. */
  deployPages: knownAction<ActionsDeployPagesInputs, "page_url", "v4" | "v3">({"action":"actions/deploy-pages","permissions":{"pages":"write","id-token":"write"},"outputs":["page_url"],"older":{"v4":{"version":"v4.0.5","commit":"d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e"},"v3":{"version":"v3.0.1","commit":"13b55b33dd8996121833dbc1db458c793a334630"}}}, () => ({ token: "string", timeout: "number", error_count: "number", reporting_interval: "number", artifact_name: "string", preview: "boolean" })),
  /** `actions/download-artifact` v8.0.1. */
  downloadArtifact: knownAction<ActionsDownloadArtifactInputs, "download-path", "v7" | "v6">({"action":"actions/download-artifact","outputs":["download-path"],"older":{"v7":{"version":"v7.0.0","commit":"37930b1c2abaa49bbe596cd826c3c89aef350131"},"v6":{"version":"v6.0.0","commit":"018cc2cf5baa6db3ef3c5f8a56943fffe632ef53"}}}, () => ({ name: "string", "artifact-ids": "string", path: "string", pattern: "string", "merge-multiple": "boolean", "github-token": "string", repository: "string", "run-id": "string", "skip-decompress": "boolean", "digest-mismatch": ["ignore","info","warn","error"] })),
  /** `actions/github-script` v8.0.0. */
  githubScript: demandingAction<ActionsGithubScriptInputs, "result", "v7" | "v6">({"action":"actions/github-script","outputs":["result"],"older":{"v7":{"version":"v7.1.0","commit":"f28e40c7f34bde8b3046d885e986cb6290c5673b"},"v6":{"version":"v6.4.1","commit":"d7906e4ad0b1822421a7e6a35d5ca353c962f410"}}}, () => ({ script: "code", "github-token": "string", debug: "boolean", "user-agent": "string", previews: "string", "result-encoding": ["string","json"], retries: "number", "retry-exempt-status-codes": "string", "base-url": "string" }), "script"),
  /** `actions/labeler` v7.0.0. */
  labeler: knownAction<ActionsLabelerInputs, "new-labels" | "all-labels", "v6" | "v5">({"action":"actions/labeler","permissions":{"contents":"read","pull-requests":"write"},"outputs":["new-labels","all-labels"],"older":{"v6":{"version":"v6.2.0","commit":"b8dd2d9be0f68b860e7dae5dae7d772984eacd6d"},"v5":{"version":"v5.0.0","commit":"8558fd74291d67161a8a78ce36a881fa63b766a9"}}}, () => ({ "repo-token": "string", "configuration-path": "string", "sync-labels": "boolean", dot: "boolean", "pr-number": "string" })),
  /** `actions/setup-dotnet` v6.0.0. */
  setupDotnet: knownAction<ActionsSetupDotnetInputs, "cache-hit" | "dotnet-version", "v5" | "v4">({"action":"actions/setup-dotnet","outputs":["cache-hit","dotnet-version"],"older":{"v5":{"version":"v5.4.0","commit":"26b0ec14cb23fa6904739307f278c14f94c95bf1"},"v4":{"version":"v4.3.1","commit":"67a3573c9a986a3f9c594539f4ab511d57bb3ce9"}}}, () => ({ "dotnet-version": "string", "dotnet-quality": ["daily","preview","ga"], "dotnet-channel": "string", "global-json-file": "string", "source-url": "string", owner: "string", "config-file": "string", cache: "boolean", "cache-dependency-path": "string", workloads: "string", architecture: ["x64","x86","arm64","amd64","arm","s390x","ppc64le","riscv64"] })),
  /** `actions/setup-go` v7.0.0. */
  setupGo: knownAction<ActionsSetupGoInputs, "go-version" | "cache-hit", "v6" | "v5">({"action":"actions/setup-go","outputs":["go-version","cache-hit"],"older":{"v6":{"version":"v6.5.0","commit":"924ae3a1cded613372ab5595356fb5720e22ba16"},"v5":{"version":"v5.6.0","commit":"40f1582b2485089dde7abd97c1529aa768e1baff"}}}, () => ({ "go-version": "string", "go-version-file": "string", "check-latest": "boolean", token: "string", cache: "boolean", "cache-dependency-path": "string", architecture: "string", "go-download-base-url": "string" })),
  /** `actions/setup-java` v5.7.0. */
  setupJava: knownAction<ActionsSetupJavaInputs, "distribution" | "version" | "path" | "cache-hit" | "cache-primary-key", "v4" | "v3">({"action":"actions/setup-java","outputs":["distribution","version","path","cache-hit","cache-primary-key"],"older":{"v4":{"version":"v4.9.1","commit":"cf277c60eb25467037889841efdb72551f06f6c3"},"v3":{"version":"v3.14.2","commit":"e9fbacdec3bb3b6036605a3e6f7995d66773a8c6"}}}, () => ({ "java-version": "string", "java-version-file": "string", distribution: "string", "java-package": "string", architecture: "string", "jdk-file": "string", jdkFile: "string", "check-latest": "boolean", "set-default": "boolean", "verify-signature": "boolean", "verify-signature-public-key": "string", "server-id": "string", "server-username": "string", "server-password": "string", "settings-path": "string", "overwrite-settings": "boolean", "gpg-private-key": "string", "gpg-passphrase": "string", cache: ["maven","gradle","sbt"], "cache-dependency-path": "string", "job-status": "string", token: "string", "mvn-toolchain-id": "string", "mvn-toolchain-vendor": "string", "show-download-progress": "boolean" })),
  /** `actions/setup-node` v7.0.0. */
  setupNode: knownAction<ActionsSetupNodeInputs, "cache-hit" | "cache-primary-key" | "cache-matched-key" | "node-version", "v6" | "v5">({"action":"actions/setup-node","outputs":["cache-hit","cache-primary-key","cache-matched-key","node-version"],"older":{"v6":{"version":"v6.5.0","commit":"249970729cb0ef3589644e2896645e5dc5ba9c38"},"v5":{"version":"v5.0.0","commit":"a0853c24544627f65ddf259abe73b1d18a591444"}}}, () => ({ "node-version": "string", "node-version-file": "string", architecture: "string", "check-latest": "boolean", "registry-url": "string", scope: "string", token: "string", cache: ["npm","yarn","pnpm"], "package-manager-cache": "boolean", "cache-dependency-path": "string", mirror: "string", "mirror-token": "string" })),
  /** `actions/setup-python` v7.0.0. */
  setupPython: knownAction<ActionsSetupPythonInputs, "python-version" | "cache-hit" | "python-path", "v6" | "v5">({"action":"actions/setup-python","outputs":["python-version","cache-hit","python-path"],"older":{"v6":{"version":"v6.3.0","commit":"ece7cb06caefa5fff74198d8649806c4678c61a1"},"v5":{"version":"v5.6.0","commit":"a26af69be951a213d495a4c3e4e4022e16d87065"}}}, () => ({ "python-version": "string", "python-version-file": "string", cache: ["pip","pipenv","poetry"], architecture: "string", "check-latest": "boolean", token: "string", "cache-dependency-path": "string", "update-environment": "boolean", "allow-prereleases": "boolean", freethreaded: "boolean", "pip-version": "string" })),
  /** `actions/stale` v10.3.0. */
  stale: knownAction<ActionsStaleInputs, "closed-issues-prs" | "staled-issues-prs", "v9" | "v8">({"action":"actions/stale","permissions":{"issues":"write","pull-requests":"write"},"outputs":["closed-issues-prs","staled-issues-prs"],"older":{"v9":{"version":"v9.1.0","commit":"5bef64f19d7facfb25b37b414482c7164d639639"},"v8":{"version":"v8.0.0","commit":"1160a2240286f5da8ec72b1c0816ce2481aabf84"}}}, () => ({ "repo-token": "string", "stale-issue-message": "string", "stale-pr-message": "string", "close-issue-message": "string", "close-pr-message": "string", "days-before-stale": "number", "days-before-issue-stale": "number", "days-before-pr-stale": "number", "days-before-close": "number", "days-before-issue-close": "number", "days-before-pr-close": "number", "stale-issue-label": "string", "close-issue-label": "string", "exempt-issue-labels": "string", "close-issue-reason": "string", "stale-pr-label": "string", "close-pr-label": "string", "exempt-pr-labels": "string", "exempt-milestones": "string", "exempt-issue-milestones": "string", "exempt-pr-milestones": "string", "exempt-all-milestones": "boolean", "exempt-all-issue-milestones": "string", "exempt-all-pr-milestones": "string", "only-labels": "string", "any-of-labels": "string", "any-of-issue-labels": "string", "any-of-pr-labels": "string", "only-issue-labels": "string", "only-pr-labels": "string", "operations-per-run": "number", "remove-stale-when-updated": "boolean", "remove-issue-stale-when-updated": "string", "remove-pr-stale-when-updated": "string", "debug-only": "boolean", ascending: "boolean", "sort-by": ["created","updated","comments"], "delete-branch": "boolean", "start-date": "string", "exempt-assignees": "string", "exempt-issue-assignees": "string", "exempt-pr-assignees": "string", "exempt-all-assignees": "boolean", "exempt-all-issue-assignees": "string", "exempt-all-pr-assignees": "string", "exempt-draft-pr": "boolean", "enable-statistics": "boolean", "labels-to-add-when-unstale": "string", "labels-to-remove-when-stale": "string", "labels-to-remove-when-unstale": "string", "ignore-updates": "boolean", "ignore-issue-updates": "string", "ignore-pr-updates": "string", "include-only-assigned": "boolean", "only-issue-types": "string" })),
  /** `actions/upload-artifact` v7.0.0. */
  uploadArtifact: demandingAction<ActionsUploadArtifactInputs, "artifact-id" | "artifact-url" | "artifact-digest", "v6" | "v5">({"action":"actions/upload-artifact","outputs":["artifact-id","artifact-url","artifact-digest"],"older":{"v6":{"version":"v6.0.0","commit":"b7c566a772e6b6bfb58ed0dc250532a479d7789f"},"v5":{"version":"v5.0.0","commit":"330a01c490aca151604b8cf639adc76d48f6c5d4"}}}, () => ({ name: "string", path: "string", "if-no-files-found": ["warn","error","ignore"], "retention-days": "number", "compression-level": "number", overwrite: "boolean", "include-hidden-files": "boolean", archive: "boolean" }), "path"),
  /** `actions/upload-pages-artifact` v5.0.0. */
  uploadPagesArtifact: knownAction<ActionsUploadPagesArtifactInputs, "artifact_id", "v4" | "v3">({"action":"actions/upload-pages-artifact","outputs":["artifact_id"],"older":{"v4":{"version":"v4.0.0","commit":"7b1f4a764d45c48632c6b24a0339c27f5614fb0b"},"v3":{"version":"v3.0.1","commit":"56afc609e74202658d3ffba0e8f6dda462b719fa"}}}, () => ({ name: "string", path: "string", "retention-days": "number", "include-hidden-files": "boolean" })),
});

/** The actions of `amannn`. */
export const amannn = Object.freeze({
  /** `amannn/action-semantic-pull-request` v6.1.1. */
  actionSemanticPullRequest: knownAction<AmannnActionSemanticPullRequestInputs, never, "v5" | "v4">({"action":"amannn/action-semantic-pull-request","permissions":{"pull-requests":"read"},"older":{"v5":{"version":"v5.5.3","commit":"0723387faaf9b38adef4775cd42cfd5155ed6017"},"v4":{"version":"v4.6.0","commit":"505e44b4f33b4c801f063838b3f053990ee46ea7"}}}, () => ({ types: "lines", scopes: "lines", requireScope: "string", disallowScopes: "lines", subjectPattern: "string", subjectPatternError: "string", validateSingleCommit: "string", validateSingleCommitMatchesPrTitle: "string", githubBaseUrl: "string", ignoreLabels: "lines", headerPattern: "string", headerPatternCorrespondence: "string", wip: "string" })),
});

/** The actions of `anchore`. */
export const anchore = Object.freeze({
  /** `anchore/sbom-action` v0.24.0. */
  sbomAction: knownAction<AnchoreSbomActionInputs>({"action":"anchore/sbom-action"}, () => ({ path: "string", file: "string", image: "string", "registry-username": "string", "registry-password": "string", format: "string", "github-token": "string", "artifact-name": "string", "output-file": "string", "syft-version": "string", "dependency-snapshot": "boolean", "upload-artifact": "boolean", "upload-artifact-retention": "number", "upload-release-assets": "boolean", config: "string" })),
  /** `anchore/scan-action` v7.4.0. */
  scanAction: knownAction<AnchoreScanActionInputs, "sarif" | "json" | "cyclonedx-xml" | "cyclonedx-json", "v6" | "v5">({"action":"anchore/scan-action","outputs":["sarif","json","cyclonedx-xml","cyclonedx-json"],"older":{"v6":{"version":"v6.5.1","commit":"1638637db639e0ade3258b51db49a9a137574c3e"},"v5":{"version":"v5.3.0","commit":"869c549e657a088dc0441b08ce4fc0ecdac2bb65"}}}, () => ({ image: "string", path: "string", sbom: "string", "fail-build": "boolean", "output-format": "string", "output-file": "string", "severity-cutoff": ["negligible","low","medium","high","critical"], "only-fixed": "boolean", "add-cpes-if-none": "boolean", "by-cve": "boolean", "grype-version": "string", vex: "string", config: "lines", "cache-db": "string" })),
});

/** The actions of `aquasecurity`. */
export const aquasecurity = Object.freeze({
  /** `aquasecurity/setup-trivy` v0.3.1. */
  setupTrivy: knownAction<AquasecuritySetupTrivyInputs>({"action":"aquasecurity/setup-trivy"}, () => ({ version: "string", path: "string", cache: "boolean", token: "string", "github-server-url": "string" })),
  /** `aquasecurity/trivy-action` v0.36.0. */
  trivyAction: knownAction<AquasecurityTrivyActionInputs>({"action":"aquasecurity/trivy-action"}, () => ({ "scan-type": "string", "image-ref": "string", input: "string", "scan-ref": "string", "exit-code": "string", "ignore-unfixed": "boolean", "vuln-type": "string", severity: "string", format: "string", template: "string", output: "string", "skip-dirs": "string", "skip-files": "string", "cache-dir": "string", timeout: "string", "ignore-policy": "string", "hide-progress": "string", "list-all-pkgs": "boolean", scanners: "string", trivyignores: "string", "github-pat": "string", "trivy-config": "string", "tf-vars": "string", "limit-severities-for-sarif": "string", "docker-host": "string", version: "string", cache: "boolean", "skip-setup-trivy": "boolean", "token-setup-trivy": "string" })),
});

/** The actions of `astral-sh`. */
export const astralSh = Object.freeze({
  /** `astral-sh/setup-uv` v10.0.1. */
  setupUv: knownAction<AstralShSetupUvInputs, "uv-version" | "uv-path" | "uvx-path" | "cache-hit" | "cache-key" | "venv" | "python-version" | "python-cache-hit", "v9" | "v8">({"action":"astral-sh/setup-uv","outputs":["uv-version","uv-path","uvx-path","cache-hit","cache-key","venv","python-version","python-cache-hit"],"older":{"v9":{"version":"v9.0.0","commit":"c771a70e6277c0a99b617c7a806ffedaca235ff9"},"v8":{"version":"v8.3.2","commit":"11f9893b081a58869d3b5fccaea48c9e9e46f990"}}}, () => ({ version: "string", "version-file": "string", "python-version": "string", "activate-environment": "boolean", "venv-path": "string", "no-project": "boolean", "working-directory": "string", checksum: "string", "github-token": "string", "enable-cache": ["true","false","auto"], "cache-dependency-glob": "lines", "restore-cache": "boolean", "save-cache": "boolean", "cache-suffix": "string", "cache-local-path": "string", "prune-cache": "boolean", "cache-python": "boolean", "ignore-nothing-to-cache": "boolean", "ignore-empty-workdir": "boolean", "tool-dir": "string", "tool-bin-dir": "string", "manifest-file": "string", "download-from-astral-mirror": "boolean", "add-problem-matchers": "boolean", quiet: "boolean", "resolution-strategy": ["highest","lowest"] })),
});

/** The actions of `aws-actions`. */
export const awsActions = Object.freeze({
  /** `aws-actions/amazon-ecr-login` v2.1.7. */
  amazonEcrLogin: knownAction<AwsActionsAmazonEcrLoginInputs, "registry", "v1">({"action":"aws-actions/amazon-ecr-login","outputs":["registry"],"older":{"v1":{"version":"v1.7.1","commit":"5a88a04c91d5c6f97aae0d9be790e64d9b1d47b7"}}}, () => ({ "http-proxy": "string", "mask-password": "boolean", registries: "string", "registry-type": ["private","public"], "skip-logout": "boolean" })),
  /** `aws-actions/configure-aws-credentials` v6.2.3. */
  configureAwsCredentials: demandingAction<AwsActionsConfigureAwsCredentialsInputs, "aws-account-id" | "aws-access-key-id" | "aws-secret-access-key" | "aws-session-token" | "aws-expiration", "v5" | "v4">({"action":"aws-actions/configure-aws-credentials","outputs":["aws-account-id","aws-access-key-id","aws-secret-access-key","aws-session-token","aws-expiration"],"older":{"v5":{"version":"v5.1.1","commit":"61815dcd50bd041e203e49132bacad1fd04d2708"},"v4":{"version":"v4.3.1","commit":"7474bc4690e29a8392af63c5b98e7449536d5c3a"}}}, () => ({ "aws-region": "string", "aws-profile": "string", "overwrite-aws-profile": "string", "role-to-assume": "string", "aws-access-key-id": "string", "aws-secret-access-key": "string", "aws-session-token": "string", "web-identity-token-file": "string", "role-chaining": "string", audience: "string", "http-proxy": "string", "no-proxy": "string", "mask-aws-account-id": "string", "role-duration-seconds": "number", "role-external-id": "string", "role-session-name": "string", "role-skip-session-tagging": "string", "transitive-tag-keys": "string", "inline-session-policy": "string", "managed-session-policies": "string", "output-credentials": "string", "output-env-credentials": "string", "unset-current-credentials": "string", "disable-retry": "string", "retry-max-attempts": "number", "special-characters-workaround": "string", "use-existing-credentials": "string", "allowed-account-ids": "string", "force-skip-oidc": "string", "action-timeout-s": "number", "custom-tags": "string", "sts-endpoint": "string" }), "aws-region"),
});

/** The actions of `azure`. */
export const azure = Object.freeze({
  /** `azure/aks-set-context` v5.0.0. */
  aksSetContext: demandingAction<AzureAksSetContextInputs, never, "v4" | "v3">({"action":"azure/aks-set-context","older":{"v4":{"version":"v4.0.3","commit":"c7eb093e5a5d47caa333f64974d5fd1cd4bf069d"},"v3":{"version":"v3.2","commit":"4edaee69f820359371ee8bc85189ac03a21d3a58"}}}, () => ({ "resource-group": "string", "cluster-name": "string", subscription: "string", admin: "boolean", "use-kubelogin": "boolean", "public-fqdn": "boolean", "resource-type": ["Microsoft.ContainerService/managedClusters","Microsoft.ContainerService/fleets"] }), "resource-group", "cluster-name"),
  /** `azure/k8s-set-context` v5.0.1. */
  k8sSetContext: knownAction<AzureK8sSetContextInputs, never, "v4" | "v3">({"action":"azure/k8s-set-context","older":{"v4":{"version":"v4.0.2","commit":"ae59a723ba9abe7a9655538854a025448dbab4aa"},"v3":{"version":"v3.1","commit":"38d6bc72e5877b8eb640e995218d42b8fedf1a47"}}}, () => ({ "cluster-type": ["generic","arc"], method: ["kubeconfig","service-account","service-principal"], kubeconfig: "string", "kubeconfig-encoding": ["plaintext","base64"], context: "string", "k8s-url": "string", "k8s-secret": "string", token: "string", "resource-group": "string", "cluster-name": "string" })),
  /** `azure/login` v3.0.1. */
  login: knownAction<AzureLoginInputs, never, "v2" | "v1">({"action":"azure/login","older":{"v2":{"version":"v2.3.1","commit":"7184910d9eb2b1c5e48f7073824a90609bb9b6d6"},"v1":{"version":"v1.6.1","commit":"cb79c773a3cfa27f31f25eb3f677781210c9ce3d"}}}, () => ({ creds: "string", "client-id": "string", "tenant-id": "string", "subscription-id": "string", "enable-AzPSSession": "boolean", environment: ["azurecloud","azurestack","azureusgovernment","azurechinacloud","azuregermancloud"], "allow-no-subscriptions": "boolean", audience: "string", "auth-type": ["SERVICE_PRINCIPAL","IDENTITY"] })),
  /** `azure/setup-helm` v5.0.1. */
  setupHelm: knownAction<AzureSetupHelmInputs, "helm-path", "v4" | "v3">({"action":"azure/setup-helm","outputs":["helm-path"],"older":{"v4":{"version":"v4.3.1","commit":"1a275c3b69536ee54be43f2070a358922e12c8d4"},"v3":{"version":"v3.5","commit":"5119fcb9089d432beecbf79bb2c7915207344b78"}}}, () => ({ version: "string", token: "string", downloadBaseURL: "string" })),
  /** `azure/setup-kubectl` v5.1.0. */
  setupKubectl: knownAction<AzureSetupKubectlInputs, "kubectl-path", "v4" | "v3">({"action":"azure/setup-kubectl","outputs":["kubectl-path"],"older":{"v4":{"version":"v4.0.1","commit":"776406bce94f63e41d621b960d78ee25c8b76ede"},"v3":{"version":"v3.2","commit":"901a10e89ea615cf61f57ac05cecdf23e7de06d8"}}}, () => ({ version: "string" })),
});

/** The actions of `bridgecrewio`. */
export const bridgecrewio = Object.freeze({
  /** `bridgecrewio/checkov-action` v12.3119.0. */
  checkovAction: knownAction<BridgecrewioCheckovActionInputs, "results", "v11" | "v10">({"action":"bridgecrewio/checkov-action","outputs":["results"],"older":{"v11":{"version":"v11","commit":"fe7664780dbed7dd6a3806c533ec346409c83851"},"v10":{"version":"v10","commit":"856690c79fbb0457e734fa140d1cf4b1bdef4cd9"}}}, () => ({ file: "string", directory: "string", check: "string", skip_check: "string", compact: "string", quiet: "string", "api-key": "string", output_bc_ids: "string", use_enforcement_rules: "string", skip_results_upload: "string", soft_fail: "string", framework: "string", skip_framework: "string", external_checks_dirs: "string", external_checks_repos: "string", output_format: "string", output_file_path: "string", download_external_modules: "boolean", enable_secrets_scan_all_files: "string", log_level: "string", config_file: "string", baseline: "string", soft_fail_on: "string", hard_fail_on: "string", container_user: "string", docker_image: "string", dockerfile_path: "string", var_file: "string", github_pat: "string", tfc_token: "string", tf_registry_token: "string", ckv_validate_secrets: "string", vcs_base_url: "string", vcs_username: "string", vcs_token: "string", bitbucket_token: "string", bitbucket_app_password: "string", bitbucket_username: "string", repo_root_for_plan_enrichment: "string", deep_analysis: "string", policy_metadata_filter: "string", policy_metadata_filter_exception: "string", skip_path: "string", skip_cve_package: "string", skip_download: "string", "prisma-api-url": "string" })),
});

/** The actions of `codecov`. */
export const codecov = Object.freeze({
  /** `codecov/codecov-action` v5.5.2. */
  codecovAction: knownAction<CodecovCodecovActionInputs, never, "v4" | "v3">({"action":"codecov/codecov-action","older":{"v4":{"version":"v4.6.0","commit":"b9fd7d16f6d7d1b5d2bec1a2887e65ceed900238"},"v3":{"version":"v3.1.6","commit":"ab904c41d6ece82784817410c45d8b8c02684457"}}}, () => ({ base_sha: "string", binary: "string", codecov_yml_path: "string", commit_parent: "string", directory: "string", disable_file_fixes: "boolean", disable_search: "boolean", disable_safe_directory: "boolean", disable_telem: "boolean", dry_run: "boolean", env_vars: "string", exclude: "string", fail_ci_if_error: "boolean", files: "string", flags: "string", force: "string", git_service: "string", gcov_args: "string", gcov_executable: "string", gcov_ignore: "string", gcov_include: "string", handle_no_reports_found: "boolean", job_code: "string", name: "string", network_filter: "string", network_prefix: "string", os: "string", override_branch: "string", override_build: "string", override_build_url: "string", override_commit: "string", override_pr: "string", plugins: "string", recurse_submodules: "boolean", report_code: "string", report_type: ["test_results","coverage"], root_dir: "string", run_command: ["upload-coverage","empty-upload","pr-base-picking","send-notifications"], skip_validation: "boolean", slug: "string", swift_project: "string", token: "string", url: "string", use_legacy_upload_endpoint: "boolean", use_oidc: "boolean", use_pypi: "boolean", verbose: "boolean", version: "string", "working-directory": "string" })),
});

/** The actions of `denoland`. */
export const denoland = Object.freeze({
  /** `denoland/setup-deno` v2.0.4. */
  setupDeno: knownAction<DenolandSetupDenoInputs, "cache-hit" | "deno-version" | "release-channel", "v1">({"action":"denoland/setup-deno","outputs":["cache-hit","deno-version","release-channel"],"older":{"v1":{"version":"v1.5.2","commit":"11b63cf76cfcafb4e43f97b6cad24d8e8438f62d"}}}, () => ({ "deno-version": "string", "deno-version-file": "string", "deno-binary-name": "string", cache: "boolean", "cache-hash": "string" })),
});

/** The actions of `docker`. */
export const docker = Object.freeze({
  /** `docker/bake-action` v7.1.0. */
  bakeAction: knownAction<DockerBakeActionInputs, "metadata", "v6" | "v5">({"action":"docker/bake-action","outputs":["metadata"],"older":{"v6":{"version":"v6.10.0","commit":"5be5f02ff8819ecd3092ea6b2e6261c31774f2b4"},"v5":{"version":"v5.13.0","commit":"4a9a8d494466d37134e2bfca2d3a8de8fb2681ad"}}}, () => ({ builder: "string", allow: "string", call: "string", files: "string", "no-cache": "boolean", pull: "boolean", load: "boolean", provenance: "string", push: "boolean", sbom: "string", set: "string", source: "string", targets: "string", "github-token": "string" })),
  /** `docker/build-push-action` v7.3.0. */
  buildPushAction: knownAction<DockerBuildPushActionInputs, "imageid" | "digest" | "metadata", "v6" | "v5">({"action":"docker/build-push-action","outputs":["imageid","digest","metadata"],"older":{"v6":{"version":"v6.19.2","commit":"10e90e3645eae34f1e60eeb005ba3a3d33f178e8"},"v5":{"version":"v5.4.0","commit":"ca052bb54ab0790a636c9b5f226502c73d547a25"}}}, () => ({ "add-hosts": "string", allow: "string", annotations: "string", attests: "string", "build-args": "string", "build-contexts": "string", builder: "string", "cache-from": "string", "cache-to": "string", call: "string", "cgroup-parent": "string", context: "string", file: "string", labels: "string", load: "boolean", network: "string", "no-cache": "boolean", "no-cache-filters": "string", outputs: "string", platforms: "string", provenance: "string", pull: "boolean", push: "boolean", sbom: "string", secrets: "string", "secret-envs": "string", "secret-files": "string", "shm-size": "string", ssh: "string", tags: "string", target: "string", ulimit: "string", "github-token": "string" })),
  /** `docker/login-action` v4.1.0. */
  loginAction: knownAction<DockerLoginActionInputs, never, "v3" | "v2">({"action":"docker/login-action","older":{"v3":{"version":"v3.7.0","commit":"c94ce9fb468520275223c153574b00df6fe4bcc9"},"v2":{"version":"v2.2.0","commit":"465a07811f14bebb1938fbed4728c6a1ff8901fc"}}}, () => ({ registry: "string", username: "string", password: "string", ecr: ["auto","true","false"], scope: "string", logout: "boolean", "registry-auth": "string" })),
  /** `docker/metadata-action` v6.2.0. */
  metadataAction: knownAction<DockerMetadataActionInputs, "version" | "tags" | "tag-names" | "labels" | "annotations" | "json" | "bake-file-tags" | "bake-file-labels" | "bake-file-annotations" | "bake-file", "v5" | "v4">({"action":"docker/metadata-action","outputs":["version","tags","tag-names","labels","annotations","json","bake-file-tags","bake-file-labels","bake-file-annotations","bake-file"],"older":{"v5":{"version":"v5.10.0","commit":"c299e40c65443455700f0fdfc63efafe5b349051"},"v4":{"version":"v4.6.0","commit":"818d4b7b91585d195f67373fd9cb0332e31a7175"}}}, () => ({ context: ["workflow","git"], images: "string", tags: "string", flavor: "string", labels: "string", annotations: "string", "sep-tags": "string", "sep-labels": "string", "sep-annotations": "string", "bake-target": "string", "github-token": "string" })),
  /** `docker/scout-action` v1.22.0. */
  scoutAction: demandingAction<DockerScoutActionInputs, never, "v0">({"action":"docker/scout-action","older":{"v0":{"version":"v0.23.4","commit":"64ca6fb5e6ada64f5febd1a991b499900b29faf0"}}}, () => ({ command: "string", debug: "string", "verbose-debug": "string", summary: "boolean", organization: "string", image: "string", platform: "string", ref: "string", to: "string", "to-ref": "string", "to-stream": "string", "to-env": "string", "to-latest": "string", stream: "string", environment: "string", "hide-policies": "string", "ignore-base": "string", "ignore-unchanged": "string", "only-vex-affected": "string", "vex-author": "string", "vex-location": "string", "only-fixed": "string", "only-unfixed": "string", "only-severities": "string", "only-package-types": "string", "only-cisa-kev": "string", "ignore-suppressed": "string", "exit-code": "string", "exit-on": "string", "sarif-file": "string", "only-refresh": "string", "only-update": "string", format: ["json","list","spdx","cyclonedx"], output: "string", secrets: "string", tags: "string", file: "string", "predicate-type": "string", referrer: "string", "referrer-repository": "string", "registry-write-user": "string", "registry-write-password": "string", "dockerhub-user": "string", "dockerhub-password": "string", "registry-user": "string", "registry-password": "string", "github-token": "string", "write-comment": "boolean", "keep-previous-comments": "string" }), "command"),
  /** `docker/setup-buildx-action` v4.3.0. */
  setupBuildxAction: knownAction<DockerSetupBuildxActionInputs, "name" | "driver" | "platforms" | "nodes" | "endpoint" | "status" | "flags", "v3" | "v2">({"action":"docker/setup-buildx-action","outputs":["name","driver","platforms","nodes","endpoint","status","flags"],"older":{"v3":{"version":"v3.12.0","commit":"8d2750c68a42422c14e847fe6c8ac0403b4cbd6f"},"v2":{"version":"v2.10.0","commit":"885d1462b80bc1c1c7f0b00334ad271f09369c55"}}}, () => ({ version: "string", driver: "string", "driver-opts": "string", "buildkitd-flags": "string", "buildkitd-config": "string", "buildkitd-config-inline": "string", use: "boolean", name: "string", endpoint: "string", platforms: "string", append: "string", "keep-state": "boolean", "cache-binary": "boolean", cleanup: "boolean" })),
  /** `docker/setup-qemu-action` v4.2.0. */
  setupQemuAction: knownAction<DockerSetupQemuActionInputs, "platforms", "v3" | "v2">({"action":"docker/setup-qemu-action","outputs":["platforms"],"older":{"v3":{"version":"v3.7.0","commit":"c7c53464625b32c7a7e944ae62b3e17d2b600130"},"v2":{"version":"v2.2.0","commit":"2b82ce82d56a2a04d2637cd93a637ae1b359c0a7"}}}, () => ({ image: "string", platforms: "string", reset: "boolean", "cache-image": "boolean" })),
});

/** The actions of `dorny`. */
export const dorny = Object.freeze({
  /** `dorny/test-reporter` v3.0.0. */
  testReporter: demandingAction<DornyTestReporterInputs, "conclusion" | "passed" | "failed" | "skipped" | "time" | "url" | "url_html" | "slug_prefix", "v2" | "v1">({"action":"dorny/test-reporter","permissions":{"checks":"write"},"outputs":["conclusion","passed","failed","skipped","time","url","url_html","slug_prefix"],"older":{"v2":{"version":"v2.7.0","commit":"df6247429542221bc30d46a036ee47af1102c451"},"v1":{"version":"v1.9.1","commit":"31a54ee7ebcacc03a09ea97a7e5465a47b84aea5"}}}, () => ({ artifact: "string", name: "string", path: "string", "path-replace-backslashes": "boolean", reporter: ["dart-json","dotnet-nunit","dotnet-trx","flutter-json","golang-json","java-junit","jest-junit","mocha-json","tester-junit","phpunit-junit","python-xunit","rspec-json","swift-xunit"], "list-suites": ["all","failed","none"], "list-tests": ["all","failed","none"], "max-annotations": "number", "fail-on-error": "boolean", "fail-on-empty": "boolean", "working-directory": "string", "report-title": "string", "only-summary": "boolean", "use-actions-summary": "boolean", "badge-title": "string", collapsed: ["auto","always","never"], token: "string" }), "name", "path", "reporter"),
});

/** The actions of `dtolnay`. */
export const dtolnay = Object.freeze({
  /** `dtolnay/rust-toolchain` v1. */
  rustToolchain: demandingAction<DtolnayRustToolchainInputs, "cachekey" | "name">({"action":"dtolnay/rust-toolchain","outputs":["cachekey","name"]}, () => ({ toolchain: "string", targets: "string", target: "string", components: "string" }), "toolchain"),
});

/** The actions of `github`. */
export const github = Object.freeze({
  /** `github/codeql-action/analyze` v4.36.2. */
  codeqlActionAnalyze: knownAction<GithubCodeqlActionAnalyzeInputs, "db-locations" | "sarif-output" | "sarif-id", "v3" | "v2">({"action":"github/codeql-action/analyze","permissions":{"security-events":"write","actions":"read"},"outputs":["db-locations","sarif-output","sarif-id"],"older":{"v3":{"version":"v3.36.2","commit":"dd903d2e4f5405488e5ef1422510ee31c8b32357"},"v2":{"version":"v2.28.1","commit":"b8d3b6e8af63cde30bdc382c0bc28114f4346c88"}}}, () => ({ check_name: "string", output: "string", upload: ["always","failure-only","never"], "cleanup-level": "string", ram: "number", "add-snippets": "string", "skip-queries": "boolean", threads: "number", checkout_path: "string", ref: "string", sha: "string", category: "string", "upload-database": "boolean", "post-processed-sarif-path": "string", "wait-for-processing": "boolean", token: "string", matrix: "string", "expect-error": "boolean" })),
  /** `github/codeql-action/autobuild` v4.36.2. */
  codeqlActionAutobuild: knownAction<GithubCodeqlActionAutobuildInputs, never, "v3" | "v2">({"action":"github/codeql-action/autobuild","older":{"v3":{"version":"v3.36.2","commit":"dd903d2e4f5405488e5ef1422510ee31c8b32357"},"v2":{"version":"v2.28.1","commit":"b8d3b6e8af63cde30bdc382c0bc28114f4346c88"}}}, () => ({ token: "string", matrix: "string", "working-directory": "string" })),
  /** `github/codeql-action/init` v4.36.2. */
  codeqlActionInit: knownAction<GithubCodeqlActionInitInputs, "codeql-path" | "codeql-version", "v3" | "v2">({"action":"github/codeql-action/init","outputs":["codeql-path","codeql-version"],"older":{"v3":{"version":"v3.36.2","commit":"dd903d2e4f5405488e5ef1422510ee31c8b32357"},"v2":{"version":"v2.28.1","commit":"b8d3b6e8af63cde30bdc382c0bc28114f4346c88"}}}, () => ({ tools: "string", languages: "string", "build-mode": ["none","autobuild","manual"], "analysis-kinds": "string", token: "string", registries: "string", matrix: "string", "config-file": "string", "db-location": "string", config: "string", queries: "string", "quality-queries": "string", packs: "string", "external-repository-token": "string", "setup-python-dependencies": "string", "source-root": "string", ram: "number", threads: "number", debug: "boolean", "debug-artifact-name": "string", "debug-database-name": "string", "trap-caching": "string", "dependency-caching": "string", "check-run-id": "string" })),
  /** `github/codeql-action/upload-sarif` v4.36.2. */
  codeqlActionUploadSarif: knownAction<GithubCodeqlActionUploadSarifInputs, "sarif-id" | "sarif-ids", "v3" | "v2">({"action":"github/codeql-action/upload-sarif","permissions":{"security-events":"write","actions":"read"},"outputs":["sarif-id","sarif-ids"],"older":{"v3":{"version":"v3.36.2","commit":"dd903d2e4f5405488e5ef1422510ee31c8b32357"},"v2":{"version":"v2.28.1","commit":"b8d3b6e8af63cde30bdc382c0bc28114f4346c88"}}}, () => ({ sarif_file: "string", checkout_path: "string", ref: "string", sha: "string", token: "string", matrix: "string", category: "string", "wait-for-processing": "boolean" })),
});

/** The actions of `gitleaks`. */
export const gitleaks = Object.freeze({
  /** `gitleaks/gitleaks-action` v3.0.0. */
  gitleaksAction: knownAction<GitleaksGitleaksActionInputs, never, "v2" | "v1">({"action":"gitleaks/gitleaks-action","older":{"v2":{"version":"v2.3.9","commit":"ff98106e4c7b2bc287b24eaf42907196329070c7"},"v1":{"version":"v1.6.0","commit":"518e4898c0cd1cc5d9aab6627a2eabd46e81d8da"}}}, () => ({  })),
});

/** The actions of `golangci`. */
export const golangci = Object.freeze({
  /** `golangci/golangci-lint-action` v9.3.0. */
  golangciLintAction: knownAction<GolangciGolangciLintActionInputs, never, "v8" | "v7">({"action":"golangci/golangci-lint-action","older":{"v8":{"version":"v8.0.0","commit":"4afd733a84b1f43292c63897423277bb7f4313a9"},"v7":{"version":"v7.0.1","commit":"9fae48acfc02a90574d7c304a1758ef9895495fa"}}}, () => ({ version: "string", "version-file": "string", "install-mode": ["binary","goinstall","none"], "install-only": "boolean", "working-directory": "string", "github-token": "string", verify: "boolean", "only-new-issues": "boolean", args: "code", "skip-cache": "boolean", "skip-save-cache": "boolean", "cache-invalidation-interval": "number", "problem-matchers": "boolean", debug: "string", experimental: "string" })),
});

/** The actions of `google-github-actions`. */
export const googleGithubActions = Object.freeze({
  /** `google-github-actions/auth` v3.0.0. */
  auth: knownAction<GoogleGithubActionsAuthInputs, "project_id" | "credentials_file_path" | "auth_token" | "access_token" | "id_token", "v2" | "v1">({"action":"google-github-actions/auth","outputs":["project_id","credentials_file_path","auth_token","access_token","id_token"],"older":{"v2":{"version":"v2.1.13","commit":"c200f3691d83b41bf9bbd8638997a462592937ed"},"v1":{"version":"v1.3.0","commit":"3a3c4c57d294ef65efaaee4ff17b22fa88dd3c69"}}}, () => ({ project_id: "string", workload_identity_provider: "string", service_account: "string", audience: "string", credentials_json: "string", create_credentials_file: "boolean", export_environment_variables: "boolean", token_format: ["access_token","id_token",""], delegates: "string", universe: "string", request_reason: "string", cleanup_credentials: "boolean", access_token_lifetime: "string", access_token_scopes: "string", access_token_subject: "string", id_token_audience: "string", id_token_include_email: "boolean" })),
  /** `google-github-actions/deploy-cloudrun` v3.0.1. */
  deployCloudrun: knownAction<GoogleGithubActionsDeployCloudrunInputs, "url", "v2" | "v1">({"action":"google-github-actions/deploy-cloudrun","outputs":["url"],"older":{"v2":{"version":"v2.7.6","commit":"251330ba9a8a34bfbc1622895f42e1d53fd14522"},"v1":{"version":"v1.0.2","commit":"e62f655d5754bec48078a72edc015367b01ee97b"}}}, () => ({ service: "string", job: "string", metadata: "string", image: "string", source: "string", suffix: "string", env_vars: "lines", env_vars_update_strategy: ["merge","overwrite"], secrets: "lines", secrets_update_strategy: ["merge","overwrite"], labels: "lines", skip_default_labels: "boolean", tag: "string", timeout: "string", flags: "string", no_traffic: "boolean", wait: "boolean", revision_traffic: "string", tag_traffic: "string", update_traffic_flags: "string", project_id: "string", region: "string", gcloud_version: "string", gcloud_component: "string" })),
  /** `google-github-actions/get-gke-credentials` v3.0.0. */
  getGkeCredentials: demandingAction<GoogleGithubActionsGetGkeCredentialsInputs, "kubeconfig_path", "v2" | "v1">({"action":"google-github-actions/get-gke-credentials","outputs":["kubeconfig_path"],"older":{"v2":{"version":"v2.3.5","commit":"64bc7249bbcf78056bb92f14d3cedc2da193946c"},"v1":{"version":"v1.0.2","commit":"35ab0d2b2d48792c19f09325413bd185c8d44394"}}}, () => ({ cluster_name: "string", location: "string", project_id: "string", context_name: "string", namespace: "string", use_auth_provider: "boolean", use_internal_ip: "boolean", use_connect_gateway: "boolean", use_dns_based_endpoint: "boolean", fleet_membership_name: "string", quota_project_id: "string" }), "cluster_name"),
  /** `google-github-actions/setup-gcloud` v3.0.1. */
  setupGcloud: knownAction<GoogleGithubActionsSetupGcloudInputs, "version", "v2" | "v1">({"action":"google-github-actions/setup-gcloud","outputs":["version"],"older":{"v2":{"version":"v2.2.1","commit":"e427ad8a34f8676edf47cf7d7925499adf3eb74f"},"v1":{"version":"v1.1.1","commit":"e30db14379863a8c79331b04a9969f4c1e225e0b"}}}, () => ({ version: "string", project_id: "string", install_components: "string", skip_install: "boolean", cache: "boolean" })),
  /** `google-github-actions/upload-cloud-storage` v3.0.0. */
  uploadCloudStorage: demandingAction<GoogleGithubActionsUploadCloudStorageInputs, "uploaded", "v2" | "v1">({"action":"google-github-actions/upload-cloud-storage","outputs":["uploaded"],"older":{"v2":{"version":"v2.2.4","commit":"c0f6160ff80057923ff50e5e567695cea181ec23"},"v1":{"version":"v1.0.3","commit":"e95a15f226403ed658d3e65f40205649f342ba2c"}}}, () => ({ project_id: "string", universe: "string", path: "string", destination: "string", gzip: "boolean", resumable: "boolean", predefinedAcl: ["authenticatedRead","bucketOwnerFullControl","bucketOwnerRead","private","projectPrivate","publicRead"], headers: "string", parent: "boolean", glob: "string", concurrency: "number", gcloudignore_path: "string", process_gcloudignore: "boolean" }), "path", "destination"),
});

/** The actions of `google`. */
export const google = Object.freeze({
  /** `google/osv-scanner-action/osv-reporter-action` v2.5.0. */
  osvScannerActionOsvReporterAction: demandingAction<GoogleOsvScannerActionOsvReporterActionInputs, never, "v1" | "v0">({"action":"google/osv-scanner-action/osv-reporter-action","older":{"v1":{"version":"v1.9.2","commit":"764c91816374ff2d8fc2095dab36eecd42d61638"},"v0":{"version":"v0.1.0","commit":"312c2574dcbddbfaa3f0d5739046dc612e087baa"}}}, () => ({ "scan-args": "lines" }), "scan-args"),
  /** `google/osv-scanner-action/osv-scanner-action` v2.5.0. */
  osvScannerActionOsvScannerAction: knownAction<GoogleOsvScannerActionOsvScannerActionInputs, never, "v1" | "v0">({"action":"google/osv-scanner-action/osv-scanner-action","older":{"v1":{"version":"v1.9.2","commit":"764c91816374ff2d8fc2095dab36eecd42d61638"},"v0":{"version":"v0.1.0","commit":"312c2574dcbddbfaa3f0d5739046dc612e087baa"}}}, () => ({ "scan-args": "lines" })),
});

/** The actions of `goreleaser`. */
export const goreleaser = Object.freeze({
  /** `goreleaser/goreleaser-action` v7.2.3. */
  goreleaserAction: knownAction<GoreleaserGoreleaserActionInputs, "artifacts" | "metadata", "v6" | "v5">({"action":"goreleaser/goreleaser-action","outputs":["artifacts","metadata"],"older":{"v6":{"version":"v6.4.0","commit":"e435ccd777264be153ace6237001ef4d979d3a7a"},"v5":{"version":"v5.1.0","commit":"5742e2a039330cbb23ebf35f046f814d4c6ff811"}}}, () => ({ distribution: ["goreleaser","goreleaser-pro"], version: "string", "version-file": "string", args: "string", workdir: "string", "install-only": "boolean" })),
});

/** The actions of `gradle`. */
export const gradle = Object.freeze({
  /** `gradle/actions/setup-gradle` v6.3.0. */
  actionsSetupGradle: knownAction<GradleActionsSetupGradleInputs, "build-scan-url" | "dependency-graph-file" | "gradle-version", "v5" | "v4">({"action":"gradle/actions/setup-gradle","outputs":["build-scan-url","dependency-graph-file","gradle-version"],"older":{"v5":{"version":"v5.0.2","commit":"0723195856401067f7a2779048b490ace7a47d7c"},"v4":{"version":"v4.4.4","commit":"748248ddd2a24f49513d8f472f81c3a07d4d50e1"}}}, () => ({ "gradle-version": "string", "cache-provider": ["basic","enhanced"], "cache-disabled": "boolean", "cache-read-only": "boolean", "cache-write-only": "boolean", "cache-overwrite-existing": "boolean", "cache-encryption-key": "string", "cache-cleanup": ["never","on-success","always"], "gradle-home-cache-cleanup": "boolean", "gradle-home-cache-includes": "lines", "gradle-home-cache-excludes": "lines", "add-job-summary": ["never","always","on-failure"], "add-job-summary-as-pr-comment": ["never","always","on-failure"], "dependency-graph": ["disabled","generate","generate-and-submit","generate-submit-and-upload","generate-and-upload","download-and-submit"], "dependency-graph-report-dir": "string", "dependency-graph-continue-on-failure": "boolean", "dependency-graph-exclude-projects": "string", "dependency-graph-include-projects": "string", "dependency-graph-exclude-configurations": "string", "dependency-graph-include-configurations": "string", "artifact-retention-days": "number", "build-scan-publish": "boolean", "build-scan-terms-of-use-url": ["https://gradle.com/terms-of-service","https://gradle.com/help/legal-terms-of-use"], "build-scan-terms-of-use-agree": ["yes"], "develocity-access-key": "string", "develocity-token-expiry": "number", "develocity-injection-enabled": "boolean", "develocity-url": "string", "develocity-allow-untrusted-server": "boolean", "develocity-capture-file-fingerprints": "boolean", "develocity-enforce-url": "boolean", "develocity-plugin-version": "string", "develocity-ccud-plugin-version": "string", "gradle-plugin-repository-url": "string", "gradle-plugin-repository-username": "string", "gradle-plugin-repository-password": "string", "validate-wrappers": "boolean", "allow-snapshot-wrappers": "boolean", arguments: "string", "gradle-home-cache-strict-match": "boolean", "workflow-job-context": "string", "github-token": "string" })),
});

/** The actions of `grafana`. */
export const grafana = Object.freeze({
  /** `grafana/setup-k6-action` v1.2.1. */
  setupK6Action: knownAction<GrafanaSetupK6ActionInputs, "k6-version", "v0">({"action":"grafana/setup-k6-action","outputs":["k6-version"],"older":{"v0":{"version":"v0.0.1","commit":"7af9007cf6ab08d712b18ed2ad067ae5c8ff441d"}}}, () => ({ "k6-version": "string", browser: "string", "github-token": "string" })),
});

/** The actions of `hashicorp`. */
export const hashicorp = Object.freeze({
  /** `hashicorp/setup-terraform` v4.0.1. */
  setupTerraform: knownAction<HashicorpSetupTerraformInputs, never, "v3" | "v2">({"action":"hashicorp/setup-terraform","older":{"v3":{"version":"v3.1.2","commit":"b9cd54a3c349d3f38e8881555d616ced269862dd"},"v2":{"version":"v2.0.3","commit":"633666f66e0061ca3b725c73b2ec20cd13a8fdd1"}}}, () => ({ cli_config_credentials_hostname: "string", cli_config_credentials_token: "string", terraform_version: "string", terraform_wrapper: "boolean" })),
});

/** The actions of `imjasonh`. */
export const imjasonh = Object.freeze({
  /** `imjasonh/setup-crane` v0.5. */
  setupCrane: knownAction<ImjasonhSetupCraneInputs>({"action":"imjasonh/setup-crane"}, () => ({ version: "string" })),
});

/** The actions of `opentofu`. */
export const opentofu = Object.freeze({
  /** `opentofu/setup-opentofu` v2.0.2. */
  setupOpentofu: knownAction<OpentofuSetupOpentofuInputs, "stdout" | "stderr" | "exitcode", "v1">({"action":"opentofu/setup-opentofu","outputs":["stdout","stderr","exitcode"],"older":{"v1":{"version":"v1.0.8","commit":"9d84900f3238fab8cd84ce47d658d25dd008be2f"}}}, () => ({ cli_config_credentials_hostname: "string", cli_config_credentials_token: "string", tofu_version: "string", tofu_version_file: "string", tofu_wrapper: "boolean", cache: "boolean", github_token: "string", provider_acceptance_tests: "boolean", checksums: "lines" })),
});

/** The actions of `ossf`. */
export const ossf = Object.freeze({
  /** `ossf/scorecard-action` v2.4.4. */
  scorecardAction: demandingAction<OssfScorecardActionInputs, never, "v1" | "v0">({"action":"ossf/scorecard-action","older":{"v1":{"version":"v1.1.2","commit":"ce330fde6b1a5c9c75b417e7efc510b822a35564"},"v0":{"version":"v0.0.2","commit":"5f4e3145c8e85f00681e145122bfe721eb0d69a7"}}}, () => ({ results_file: "string", results_format: ["json","sarif"], repo_token: "string", publish_results: "boolean", file_mode: "string", internal_publish_base_url: "string", internal_default_token: "string" }), "results_file", "results_format"),
});

/** The actions of `oven-sh`. */
export const ovenSh = Object.freeze({
  /** `oven-sh/setup-bun` v2.2.0. */
  setupBun: knownAction<OvenShSetupBunInputs, "bun-version" | "bun-revision" | "bun-path" | "bun-download-url" | "cache-hit", "v1" | "v0">({"action":"oven-sh/setup-bun","outputs":["bun-version","bun-revision","bun-path","bun-download-url","cache-hit"],"older":{"v1":{"version":"v1.2.2","commit":"f4d14e03ff726c06358e5557344e1da148b56cf7"},"v0":{"version":"v0.1.8","commit":"29cb413d63919d58ac5b796e5ee4cfe129a3a3b7"}}}, () => ({ "bun-version": "string", "bun-version-file": "string", "bun-download-url": "string", registries: "string", "registry-url": "string", scope: "string", "no-cache": "boolean", token: "string" })),
});

/** The actions of `peter-evans`. */
export const peterEvans = Object.freeze({
  /** `peter-evans/create-or-update-comment` v5.0.0. */
  createOrUpdateComment: knownAction<PeterEvansCreateOrUpdateCommentInputs, "comment-id", "v4" | "v3">({"action":"peter-evans/create-or-update-comment","outputs":["comment-id"],"older":{"v4":{"version":"v4.0.0","commit":"71345be0265236311c031f5c7866368bd1eff043"},"v3":{"version":"v3.1.0","commit":"23ff15729ef2fc348714a3bb66d2f655ca9066f2"}}}, () => ({ token: "string", repository: "string", "issue-number": "string", "comment-id": "string", body: "string", "body-path": "string", "body-file": "string", "edit-mode": ["replace","append"], "append-separator": ["newline","space","none"], reactions: "lines", "reactions-edit-mode": ["replace","append"] })),
  /** `peter-evans/create-pull-request` v8.1.1. */
  createPullRequest: knownAction<PeterEvansCreatePullRequestInputs, "pull-request-number" | "pull-request-url" | "pull-request-operation" | "pull-request-head-sha" | "pull-request-branch", "v7" | "v6">({"action":"peter-evans/create-pull-request","outputs":["pull-request-number","pull-request-url","pull-request-operation","pull-request-head-sha","pull-request-branch"],"older":{"v7":{"version":"v7.0.11","commit":"22a9089034f40e5a961c8808d113e2c98fb63676"},"v6":{"version":"v6.1.0","commit":"c5a7806660adbe173f04e3e038b0ccdcd758773c"}}}, () => ({ token: "string", "branch-token": "string", path: "string", "add-paths": "lines", "commit-message": "string", committer: "string", author: "string", signoff: "boolean", branch: "string", "delete-branch": "boolean", "branch-suffix": "string", base: "string", "push-to-fork": "string", "sign-commits": "boolean", title: "string", body: "string", "body-path": "string", labels: "lines", assignees: "lines", reviewers: "lines", "team-reviewers": "lines", milestone: "string", draft: ["true","always-true","false"], "maintainer-can-modify": "boolean" })),
});

/** The actions of `pnpm`. */
export const pnpm = Object.freeze({
  /** `pnpm/action-setup` v4.0.0. */
  actionSetup: knownAction<PnpmActionSetupInputs, never, "v3" | "v2">({"action":"pnpm/action-setup","older":{"v3":{"version":"v3.0.0","commit":"a3252b78c470c02df07e9d59298aecedc3ccdd6d"},"v2":{"version":"v2.4.1","commit":"eae0cfeb286e66ffb5155f1a79b90583a127a68b"}}}, () => ({ version: "string", dest: "string", run_install: "string", package_json_file: "string", standalone: "boolean" })),
});

/** The actions of `pre-commit`. */
export const preCommit = Object.freeze({
  /** `pre-commit/action` v3.0.1. */
  action: knownAction<PreCommitActionInputs, never, "v2" | "v1">({"action":"pre-commit/action","older":{"v2":{"version":"v2.0.3","commit":"9b88afc9cd57fd75b655d5c71bd38146d07135fe"},"v1":{"version":"v1.1.1","commit":"0e8fba5d1e9d8c2ebf73076423cb5aedf606e358"}}}, () => ({ extra_args: "code" })),
});

/** The actions of `re-actors`. */
export const reActors = Object.freeze({
  /** `re-actors/alls-green` v1.2.2. */
  allsGreen: demandingAction<ReActorsAllsGreenInputs, "failure" | "result" | "success">({"action":"re-actors/alls-green","outputs":["failure","result","success"]}, () => ({ jobs: "string", "allowed-failures": "string", "allowed-skips": "string" }), "jobs"),
});

/** The actions of `ruby`. */
export const ruby = Object.freeze({
  /** `ruby/setup-ruby` v1.315.0. */
  setupRuby: knownAction<RubySetupRubyInputs, "ruby-prefix">({"action":"ruby/setup-ruby","outputs":["ruby-prefix"]}, () => ({ "ruby-version": "string", rubygems: "string", bundler: "string", "bundler-cache": "boolean", "working-directory": "string", "cache-version": "string", "self-hosted": "string", "windows-toolchain": "string", token: "string" })),
});

/** The actions of `semgrep`. */
export const semgrep = Object.freeze({
  /** `semgrep/semgrep-action` v0.58.0. */
  semgrepAction: knownAction<SemgrepSemgrepActionInputs>({"action":"semgrep/semgrep-action"}, () => ({ config: "string", publishToken: "string" })),
});

/** The actions of `sigstore`. */
export const sigstore = Object.freeze({
  /** `sigstore/cosign-installer` v4.1.2. */
  cosignInstaller: knownAction<SigstoreCosignInstallerInputs, never, "v3" | "v2">({"action":"sigstore/cosign-installer","older":{"v3":{"version":"v3.10.1","commit":"7e8b541eb2e61bf99390e1afd4be13a184e9ebc5"},"v2":{"version":"v2.8.1","commit":"c85d0e205a72a294fe064f618a87dbac13084086"}}}, () => ({ "cosign-release": "string", "install-dir": "string", "use-sudo": "boolean" })),
});

/** The actions of `slackapi`. */
export const slackapi = Object.freeze({
  /** `slackapi/slack-github-action` v4.0.0. */
  slackGithubAction: knownAction<SlackapiSlackGithubActionInputs, "ok" | "response" | "time" | "channel_id" | "thread_ts" | "ts", "v3" | "v2">({"action":"slackapi/slack-github-action","outputs":["ok","response","time","channel_id","thread_ts","ts"],"older":{"v3":{"version":"v3.0.5","commit":"0d95c9a7becc1e6e297d76df9bc735c44f4cbcbc"},"v2":{"version":"v2.1.1","commit":"91efab103c0de0a537f72a35f6b8cda0ee76bf0a"}}}, () => ({ api: "string", errors: "boolean", method: "string", payload: "string", "payload-delimiter": "string", "payload-file-path": "string", "payload-templated": "boolean", proxy: "string", retries: "string", token: "string", webhook: "string", "webhook-type": "string" })),
});

/** The actions of `snok`. */
export const snok = Object.freeze({
  /** `snok/install-poetry` v1.4.2. */
  installPoetry: knownAction<SnokInstallPoetryInputs, never, "v0">({"action":"snok/install-poetry","older":{"v0":{"version":"v0.4.0","commit":"1062dd0cd9905239f1bdbfe4f35bfaef11232099"}}}, () => ({ version: "string", "virtualenvs-create": "boolean", "virtualenvs-in-project": "boolean", "virtualenvs-path": "string", "installer-parallel": "boolean", "installation-arguments": "string", plugins: "string" })),
});

/** The actions of `softprops`. */
export const softprops = Object.freeze({
  /** `softprops/action-gh-release` v3.0.0. */
  actionGhRelease: knownAction<SoftpropsActionGhReleaseInputs, "url" | "id" | "upload_url" | "assets", "v2" | "v1">({"action":"softprops/action-gh-release","permissions":{"contents":"write"},"outputs":["url","id","upload_url","assets"],"older":{"v2":{"version":"v2.6.2","commit":"3bb12739c298aeb8a4eeaf626c5b8d85266b0e65"},"v1":{"version":"v1","commit":"de2c0eb89ae2a093876385947365aca7b0e5f844"}}}, () => ({ body: "string", body_path: "string", name: "string", tag_name: "string", draft: "boolean", prerelease: "boolean", preserve_order: "string", files: "lines", working_directory: "string", overwrite_files: "boolean", fail_on_unmatched_files: "boolean", repository: "string", token: "string", target_commitish: "string", discussion_category_name: "string", generate_release_notes: "string", previous_tag: "string", append_body: "boolean", make_latest: ["true","false","legacy"] })),
});

/** The actions of `step-security`. */
export const stepSecurity = Object.freeze({
  /** `step-security/harden-runner` v2.20.1. */
  hardenRunner: knownAction<StepSecurityHardenRunnerInputs, never, "v1" | "v0">({"action":"step-security/harden-runner","older":{"v1":{"version":"v1.5.0","commit":"2e205a28d0e1da00c5f53b161f4067b052c61f34"},"v0":{"version":"v0.4.0","commit":"dea7bd51ad9ea3da09c16c60ecd5b9de22cb8e92"}}}, () => ({ "allowed-endpoints": "string", "egress-policy": ["audit","block"], token: "string", "disable-telemetry": "boolean", "disable-sudo": "boolean", "disable-sudo-and-containers": "boolean", "disable-file-monitoring": "boolean", policy: "string", "api-key": "string", "use-policy-store": "boolean", "deploy-on-self-hosted-vm": "boolean" })),
});

/** The actions of `taiki-e`. */
export const taikiE = Object.freeze({
  /** `taiki-e/install-action` v2.86.5. */
  installAction: demandingAction<TaikiEInstallActionInputs, never, "v1">({"action":"taiki-e/install-action","older":{"v1":{"version":"v1.17.3","commit":"9a29ce630c67077a359246f3e4f84941e05f28b5"}}}, () => ({ tool: "string", checksum: "boolean", fallback: ["none","cargo-binstall","cargo-install"] }), "tool"),
});

/** The actions of `terraform-linters`. */
export const terraformLinters = Object.freeze({
  /** `terraform-linters/setup-tflint` v6.3.0. */
  setupTflint: knownAction<TerraformLintersSetupTflintInputs, "tflint-version" | "cache-hit" | "stdout" | "stderr" | "exitcode", "v5" | "v4">({"action":"terraform-linters/setup-tflint","outputs":["tflint-version","cache-hit","stdout","stderr","exitcode"],"older":{"v5":{"version":"v5.0.0","commit":"ae78205cfffec9e8d93fd2b3115c7e9d3166d4b6"},"v4":{"version":"v4.1.1","commit":"90f302c255ef959cbfb4bd10581afecdb7ece3e6"}}}, () => ({ tflint_version: "string", tflint_version_file: "string", github_token: "string", tflint_wrapper: "boolean", checksums: "lines", cache: "boolean", tflint_config_path: "string", plugin_dir: "string" })),
});

/** The actions of `trufflesecurity`. */
export const trufflesecurity = Object.freeze({
  /** `trufflesecurity/trufflehog` v3.97.0. */
  trufflehog: knownAction<TrufflesecurityTrufflehogInputs>({"action":"trufflesecurity/trufflehog"}, () => ({ path: "string", base: "string", head: "string", extra_args: "string", version: "string", image: "string" })),
});

/** The actions of `zaproxy`. */
export const zaproxy = Object.freeze({
  /** `zaproxy/action-baseline` v0.15.0. */
  actionBaseline: demandingAction<ZaproxyActionBaselineInputs>({"action":"zaproxy/action-baseline"}, () => ({ token: "string", target: "string", rules_file_name: "string", docker_name: "string", cmd_options: "string", issue_title: "string", fail_action: "boolean", allow_issue_writing: "boolean", artifact_name: "string" }), "target"),
});

/** The actions of `zizmorcore`. */
export const zizmorcore = Object.freeze({
  /** `zizmorcore/zizmor-action` v0.1.1. */
  zizmorAction: knownAction<ZizmorcoreZizmorActionInputs>({"action":"zizmorcore/zizmor-action"}, () => ({ inputs: "string", "online-audits": "boolean", persona: ["regular","pedantic","auditor"], "min-severity": ["unknown","informational","low","medium","high"], "min-confidence": ["unknown","low","medium","high"], version: "string", token: "string", "advanced-security": "boolean" })),
});
