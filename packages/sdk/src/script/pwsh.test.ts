import { expect, test } from "vitest";
import { lexPwsh } from "./pwsh.ts";
import { hole } from "./spot.ts";

/** Lexes a script in which `@@` stands for an interpolation. */
function places(script: string): string {
  const { spots } = lexPwsh(script.replaceAll("@@", hole));
  return spots.map((spot) => (spot.kind === "refused" ? spot.why : spot.kind)).join(" ");
}

test.each([
  ["Write-Output @@", "bare"],
  ['Write-Output "a @@ b"', "double"],
  ["$x = @@; Get-Item @@", "bare bare"],
  ['Write-Output "$(Get-Item @@)@@"', "bare double"],
  ["f @@ | g (@@) {@@}", "bare bare bare"],
  ['$x = @"\n@@ "quoted"\n"@\necho @@', "double bare"],
  ["echo a#b @@", "bare"],
  ["echo 'it''s' @@", "bare"],
  ['echo `" @@ `"', "bare"],
])("A value is safe in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
});

test.each([
  ["Write-Output '@@'", "single-quotes"],
  ["$x = @'\n@@\n'@", "quoted-here-document"],
  ["# @@", "comment"],
  ["<# @@ #> echo @@", "comment bare"],
  ["& @@", "command"],
  [". @@", "command"],
  ["iex @@", "code"],
  ['Invoke-Expression "echo @@"', "code"],
  ["pwsh -c @@", "code"],
  ['cmd /c "echo @@"', "code"],
  ["echo --tag=@@ a@@", "bare glued"],
  ["echo @@.Length", "glued"],
  ["echo $@@", "after-dollar"],
  ['echo "$@@"', "after-dollar"],
  ["echo `@@", "after-backslash"],
])("A value is refused in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
});

test.each([
  ["@@ | iex", "input"],
  ['"echo @@" |\n  Invoke-Expression', "input"],
  ['@"\necho @@\n"@ | pwsh -Command -', "input"],
  ["echo @@ | Out-String | & bash", "input"],
  ["ls | % { @@ } | iex", "input"],
  ["echo @@; iex x", "bare"],
  ["echo @@ | Select-String iex", "bare"],
])("What is piped into an interpreter is code in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
});

test.each([
  ['"T=@@" >> $env:CICL_ENV', "environment"],
  ['"T=@@" | Out-File -Append $env:GITHUB_OUTPUT', "output"],
  ["Add-Content ${env:GITHUB_PATH} @@", "environment"],
  ['@"\nT=@@\n"@ >> $env:CICL_ENV', "environment"],
  ['echo @@\n"a=b" >> $env:CICL_ENV', undefined],
])("What is written to a file of the engine is known in %j", (script, expected) => {
  const [spot] = lexPwsh(script.replaceAll("@@", hole)).spots;
  expect(spot?.kind === "refused" ? spot.why : spot?.into).toBe(expected);
});

test("What is opened must be closed", () => {
  expect(lexPwsh("echo 'a").unclosed).toBe("a single quote");
  expect(lexPwsh('echo "a').unclosed).toBe("a double quote");
  expect(lexPwsh('echo "$(a').unclosed).toBe("a parenthesis");
  expect(lexPwsh("@'\na").unclosed).toBe("a here-string");
  expect(lexPwsh("<# a").unclosed).toBe("a comment");
});
