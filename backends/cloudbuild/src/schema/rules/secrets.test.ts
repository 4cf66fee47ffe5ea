import { test } from "vitest";
import { expectRow, one, type Row, times } from "./rows.fixture.ts";

const version = (number: string | number) => `projects/p/secrets/production__TOKEN/versions/${number}`;

/** A build with these secrets, of which its step reads all. */
function secret(envs: readonly string[], overrides: object = {}, versionName = version(1)) {
  const secretManager = envs.map((env) => ({ versionName, env }));
  return one({ secretEnv: [...new Set(envs)], ...overrides }, { availableSecrets: { secretManager } });
}

const token = "availableSecrets.secretManager.0";

const rows: readonly Row[] = [
  [
    "a build has 100 secrets",
    secret(times(100, (index) => `T${index}`)),
    secret(times(101, (index) => `T${index}`)),
    "availableSecrets.secretManager",
  ],
  ["a secret is defined once", secret(["T", "U"]), secret(["T", "T"]), "availableSecrets.secretManager.1.env"],
  ["a secret is used", secret(["T"]), secret(["T"], { secretEnv: [] }), `${token}.env`],
  ["a secret that is read is defined", secret(["T"]), one({ secretEnv: ["T"] }), "steps.0.secretEnv.0"],
  ["a secret is named once by a step", secret(["T"]), secret(["T"], { secretEnv: ["T", "T"] }), "steps.0.secretEnv.1"],
  ["a secret has a name that shells know", secret(["_t1"]), secret(["T-1"]), `${token}.env`],
  [
    "a secret's version is a number",
    secret(["T"], {}, version(12)),
    secret(["T"], {}, version("latest")),
    `${token}.versionName`,
  ],
  [
    "a secret's version has its form",
    secret(["T"], {}, "projects/$PROJECT_ID/secrets/T/versions/1"),
    secret(["T"], {}, "T/1"),
    `${token}.versionName`,
  ],
  [
    "a variable doesn't hide a secret",
    secret(["T"], { env: ["U=1"] }),
    secret(["T"], { env: ["T=1"] }),
    "steps.0.secretEnv.0",
  ],
  [
    "the build's variables don't hide one",
    secret(["T"]),
    { ...secret(["T"]), options: { env: ["T=1"] } },
    "steps.0.secretEnv.0",
  ],
  [
    "all steps may read a secret",
    { ...secret(["T"], { secretEnv: [] }), options: { secretEnv: ["T"] } },
    { ...one(), options: { secretEnv: ["T"] } },
    "options.secretEnv.0",
  ],
];

test.each(rows)("%s", (...row) => expectRow(row));
