import type { Job } from "@cicl/model";
import { describe, expect, test } from "vitest";
import { bindingOf, events, jobOf, runAt } from "../../../../test/random/build.ts";
import { interpreted, normalisedOf, resultsOf } from "../../../../test/random/interpreted.ts";
import { interpret } from "./interpret.ts";

describe("environments", () => {
  const ship = (environment: string, when: Job<"draft">["when"] = { kind: "branch", pattern: "main" }): Job<"draft"> =>
    jobOf("ship", {
      role: "deploy",
      environment,
      ...(when ? { when } : {}),
      env: [
        bindingOf("KUBE", { kind: "secret", name: "KUBE", environment }),
        bindingOf("T", { kind: "secret", name: "T" }),
      ],
    });

  test("a deploy sees the secrets of its environment and of the repository", () => {
    expect(interpreted([ship("production")]).jobs.ship?.secrets).toEqual(["T", "production/KUBE"]);
  });

  test("a deploy waits for its approval, and all that waits for it too", () => {
    const jobs = [
      ship("guarded"),
      jobOf("smoke", { needs: ["ship"] }),
      jobOf("tell", { needs: ["smoke"], runs: "always" }),
    ];
    expect(resultsOf(interpreted(jobs))).toEqual({ ship: "waiting", smoke: "waiting", tell: "waiting" });
    expect(interpreted(jobs).jobs.ship?.secrets).toEqual([]);
    const approved = interpret(normalisedOf(...jobs), { ...runAt(), approvals: ["guarded"] });
    expect(resultsOf(approved)).toEqual({ ship: "success", smoke: "success", tell: "success" });
  });

  test("a deploy that its condition skips waits for nobody", () => {
    expect(interpreted([ship("guarded", { kind: "branch", pattern: "other" })]).jobs.ship?.result).toBe("skipped");
  });

  test("a branch that may not deploy fails the deploy before its first step", () => {
    const any = ship("production", { kind: "branch", pattern: "**" });
    expect(interpreted([any]).jobs.ship?.result).toBe("success");
    expect(interpreted([any], {}, { ...events.push, branch: "dev" }).jobs.ship).toMatchObject({
      result: "failure",
      steps: [],
    });
  });

  test.each<[string, Job<"draft">["when"]]>([
    ["a prefix", { kind: "branch", pattern: "mai**" }],
    ["a name", { kind: "equals", value: { kind: "context", name: "branch.name" }, to: "main" }],
    ["a ref", { kind: "equals", value: { kind: "context", name: "ref" }, to: "refs/heads/main" }],
  ])("a deploy tests its ref exactly, also where %s is asked for", (_, when) => {
    const onMain = { kind: "and", of: [{ kind: "branch", pattern: "**" }, ...(when ? [when] : [])] } as const;
    const on = (branch: string) => interpreted([ship("production", onMain)], {}, { ...events.push, branch }).jobs.ship;
    expect(on("main")?.result).toBe("success");
    expect(on("Main")?.result).toBe("failure");
  });

  test("a deploy tests its ref exactly", () => {
    const toGuarded = ship("guarded");
    expect(interpreted([toGuarded], {}, { ...events.push, branch: "Main" }).jobs.ship?.result).toBe("failure");
    expect(
      interpreted([jobOf("a", { when: { kind: "branch", pattern: "main" } })], {}, { ...events.push, branch: "Main" })
        .jobs.a?.result,
    ).toBe("success");
  });
});
