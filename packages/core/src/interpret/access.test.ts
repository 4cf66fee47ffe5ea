import { describe, expect, test } from "vitest";
import { bindingOf, events, jobOf } from "../../../../test/random/build.ts";
import { interpreted } from "../../../../test/random/interpreted.ts";
import { secretsOf } from "./access.ts";
import type { Event } from "./event.ts";

describe("what a job may do", () => {
  const reader = jobOf("a", {
    permissions: { packages: "write", "id-token": "write" },
    env: [bindingOf("T", { kind: "secret", name: "T" })],
  });
  const fork: Event = { ...events["pull-request"], fork: true };

  test("its token reads the repository for the working copy, and has what it declares", () => {
    expect(interpreted([reader]).jobs.a?.permissions).toEqual({
      contents: "read",
      packages: "write",
      "id-token": "write",
    });
    expect(interpreted([jobOf("b", { checkout: false })]).jobs.b?.permissions).toEqual({});
  });

  test("a fork's token only reads and has no identity", () => {
    expect(interpreted([reader], {}, fork).jobs.a?.permissions).toEqual({ contents: "read", packages: "read" });
  });

  test("a fork sees no secret, the repository's own pull request does", () => {
    expect(interpreted([reader], {}, fork).jobs.a?.secrets).toEqual([]);
    expect(interpreted([reader], {}, events["pull-request"]).jobs.a?.secrets).toEqual(["T"]);
  });

  test("no proposed change sees the secrets of an environment, not even in a deploy", () => {
    const value = { kind: "secret", name: "KUBE", environment: "production" } as const;
    const deploy = jobOf("ship", { role: "deploy", environment: "production", env: [bindingOf("KUBE", value)] });
    expect(secretsOf(deploy, { env: [] }, events.push)).toEqual(["production/KUBE"]);
    expect(secretsOf(deploy, { env: [] }, events["pull-request"])).toEqual([]);
    expect(secretsOf(deploy, { env: [] }, events["merge-queue"])).toEqual([]);
  });
});
