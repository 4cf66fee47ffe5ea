import { globToRegExp } from "@cicl/model";
import { expect, test } from "vitest";
import { extendedExpression, fileGlobs, re2 } from "./patterns.ts";

test("expressions for triggers are anchored as a whole", () => {
  expect(re2(["main"])).toBe("^main$");
  expect(re2(["main", "a.b"])).toBe("^(?:main|a\\.b)$");
});

test("an extended expression matches what the glob matches", () => {
  const names = ["main", "release/1", "release/1/2", "release", "v1", "v1-rc.1", "a/b/c", "c", "a+b"];
  for (const glob of ["main", "release/*", "release/**", "**/c", "v?", "v*-rc.*", "a+b", "**"]) {
    const expression = new RegExp(extendedExpression(glob));
    expect(names.filter((name) => expression.test(name))).toEqual(
      names.filter((name) => globToRegExp(glob).test(name)),
    );
  }
});

test("two stars and a slash also stand for no folder", () => {
  expect(fileGlobs(["src/**/*.ts"])).toEqual(["src/**/*.ts", "src/*.ts"]);
  expect(fileGlobs(["a[1].md"])).toEqual(["a\\[1\\].md"]);
  expect(fileGlobs(["a**"])).toBeUndefined();
});
