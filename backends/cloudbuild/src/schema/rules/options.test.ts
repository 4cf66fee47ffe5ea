import { test } from "vitest";
import { expectRow, one, type Row } from "./rows.fixture.ts";

const serviceAccount = "projects/p/serviceAccounts/builder@p.iam.gserviceaccount.com";
const logged = (build: object, options: object = {}) => one({}, { serviceAccount, ...build, options });
const logging = "CLOUD_LOGGING_ONLY";

const rows: readonly Row[] = [
  ["a build takes a day", one({}, { timeout: "86400s" }), one({}, { timeout: "86401s" }), "timeout"],
  [
    "a build's time isn't zero",
    one({}, { timeout: "3600s" }),
    one({ timeout: undefined }, { timeout: "0s" }),
    "timeout",
  ],
  ["a build waits for some time", one({}, { queueTtl: "1s" }), one({}, { queueTtl: "0s" }), "queueTtl"],
  [
    "a disk has 4000 gigabytes",
    one({}, { options: { diskSizeGb: "4000" } }),
    one({}, { options: { diskSizeGb: "4001" } }),
    "options.diskSizeGb",
  ],
  [
    "a disk isn't negative",
    one({}, { options: { diskSizeGb: "0" } }),
    one({}, { options: { diskSizeGb: "-1" } }),
    "options.diskSizeGb",
  ],
  [
    "an account has a project",
    logged({}, { logging }),
    logged({ serviceAccount: "builder@p" }, { logging }),
    "serviceAccount",
  ],
  ["an account of its own says where the logs go", logged({}, { logging }), logged({}), "options.logging"],
  [
    "logs may be kept in a bucket",
    logged({ logsBucket: "gs://logs" }),
    logged({}, { logging: "LEGACY" }),
    "options.logging",
  ],
  [
    "logs may be kept in a regional bucket",
    logged({}, { defaultLogsBucketBehavior: "REGIONAL_USER_OWNED_BUCKET" }),
    logged({}, { defaultLogsBucketBehavior: "LEGACY_BUCKET" }),
    "options.logging",
  ],
  ["logs may be kept nowhere", logged({}, { logging: "NONE" }), logged({}, { logging: "GCS_ONLY" }), "options.logging"],
];

test.each(rows)("%s", (...row) => expectRow(row));
