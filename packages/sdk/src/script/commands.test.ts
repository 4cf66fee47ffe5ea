import { expect, test } from "vitest";
import { lexShell } from "./commands.ts";
import { hole } from "./spot.ts";

/** Lexes a script in which `@` stands for an interpolation; each comes back as its place or the reason of refusal. */
function places(script: string, bash = false): string {
  const { spots } = lexShell(script.replaceAll("@", hole), bash);
  return spots.map((spot) => (spot.kind === "refused" ? spot.why : spot.kind)).join(" ");
}

function unclosed(script: string): string | undefined {
  return lexShell(script, false).unclosed;
}

const safe: readonly (readonly [script: string, places: string])[] = [
  ["echo @", "bare"],
  ["echo a@b", "bare"],
  ['echo "a @ b"', "double"],
  ["x=@", "bare"],
  ["x=@ y=@ make", "bare bare"],
  ["make > @", "bare"],
  ["> @ make @", "bare bare"],
  ["echo $(cat @)", "bare"],
  ['echo "$(cat @ "@")"', "bare double"],
  ['echo "$(cat "$(cat "@")")@"', "double double"],
  ["echo ${x:-@}", "bare"],
  ['echo "${x:-@}"', "double"],
  ['echo "${x:-${y:-@}}@"', "double double"],
  ['echo "${x#@}"', "bare"],
  ["echo ${x%@}", "bare"],
  ['echo ${#x} ${1} $# "$@" @'.replace('"$@" ', ""), "bare"],
  ["case @ in a) echo @ ;; @|b) echo @ ;; esac; echo @", "bare bare bare bare bare"],
  ["case a in (@) echo @;; esac", "bare bare"],
  ['echo "$(case a in a) echo @;; esac)" @', "bare bare"],
  ["for i in @ b; do echo @; done", "bare bare"],
  ["for i do echo @; done", "bare"],
  ["if test @ = b; then echo @; else echo @; fi", "bare bare bare"],
  ["while read line; do echo @; done < @", "bare bare"],
  ["(echo @) && { echo @; }", "bare bare"],
  ["f() { echo @; }", "bare"],
  ["cat <<EOF\n@ ${x:-@} $(echo @)\nEOF\necho @", "here-document here-document bare bare"],
  ["cat <<-EOF\n\t@\n\tEOF\necho @", "here-document bare"],
  ["cat <<A <<B\n@\nA\n@ \nB\necho @", "here-document here-document bare"],
  ["cat <<EOF | grep @\n@\nEOF", "bare here-document"],
  ["echo a#@", "bare"],
  ["echo \\\n @", "bare"],
  ["echo '\"' @", "bare"],
  ['echo "\'" @', "bare"],
  ["echo \\' @ \\'", "bare"],
  ["echo '# no comment' @ # a comment", "bare"],
  ["sh -c 'echo \"$1\"' _ @", "bare"],
  ["sudo -u deploy make @", "bare"],
  ["env A=@ make @", "bare bare"],
  ["export A=@", "bare"],
  ["command -v @", "bare"],
  ["sed -n 1p @", "bare"],
  ["sed -e 's/a/b/' @", "bare"],
  ["awk -v x=@ '{ print x }' @", "bare bare"],
  ["test @ -eq 1", "bare"],
  ["case a in a) ;; esac\necho @", "bare"],
  ["echo @ 2>/dev/null >&2", "bare"],
];

test.each(safe)("A value is safe in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
  expect(places(script, true)).toBe(expected);
});

const refused: readonly (readonly [script: string, places: string])[] = [
  ["@", "command"],
  ["@ build", "command"],
  ["./bin/@", "command"],
  ["a=1 @", "command"],
  ["make; @", "command"],
  ["make && @", "command"],
  ["make | @", "command"],
  ["make & @", "command"],
  ["if @; then @; fi", "command command"],
  ["! @", "command"],
  ["{ @; }", "command"],
  ["(@)", "command"],
  ["f() { @; }", "command"],
  ["> file @", "command"],
  ["2> file @", "command"],
  ["echo $(@)", "command"],
  ["$x @", "command"],
  ["$(true) @", "command"],
  ["case a in a) @;; esac", "command"],
  ["case a in a) ;; esac; @", "command"],
  ["sudo @", "command"],
  ["sudo -u root @", "command"],
  ["env A=1 @", "command"],
  ["timeout 5 @", "command"],
  ["xargs -n 1 @", "command"],
  ["find . -exec @ ';'", "command"],
  ["time @", "command"],
  ["echo '@'", "single-quotes"],
  ["cat <<'EOF'\n@\nEOF", "quoted-here-document"],
  ["cat <<\\EOF\n@\nEOF", "quoted-here-document"],
  ["cat <<@\n", "here-document-delimiter"],
  ["echo $((1 + @))", "arithmetic"],
  ["echo $(( $(echo @) ))", "arithmetic"],
  ["cat <<EOF\n$((@))\nEOF", "arithmetic"],
  ["echo `echo @`", "backquotes"],
  ['echo "`echo @`"', "backquotes"],
  ["echo # @", "comment"],
  ["# @", "comment"],
  ["echo ${@}", "parameter"],
  ["echo ${x@}", "parameter"],
  ["echo ${x:@}", "parameter"],
  ["echo $@".replace("$@", "$\u0000"), "after-dollar"],
  ['echo "$@"'.replace("$@", "$\u0000"), "after-dollar"],
  ["echo \\@", "after-backslash"],
  ["eval @", "code"],
  ['eval "echo @"', "code"],
  ["'ev'al @", "code"],
  ["sh -c @", "code"],
  ['sh -c "echo @"', "code"],
  ["sh -ec -- @", "code"],
  ["sh -c $x @", "code"],
  ["/bin/bash -euc @", "code"],
  ["sh @", "code"],
  ["xargs sh -c @", "code"],
  ["docker exec app sh -c @", "code"],
  ["ssh host @", "code"],
  [". @", "code"],
  ["trap @ EXIT", "code"],
  ["python3 -c @", "code"],
  ["node -e @", "code"],
  ["sed s/a/@/", "code"],
  ["sed -i -e 's/a/b/' -e s/@/x/ file", "code"],
  ["awk @ file", "code"],
  ["PS4=@", "code"],
  ["env -S @", "code"],
  ["for @ in a; do echo; done", "variable-name"],
  ["read @", "variable-name"],
  ["export @", "variable-name"],
  ["unset @", "variable-name"],
  ["test -v @", "variable-name"],
  ["printf -v @ x", "variable-name"],
  ["cat <<EOF 'a\n'$(echo\n) @\nEOF\n", "ambiguous"],
  ["echo $'a\\'b' @", "ambiguous"],
  ["echo $[1] @", "ambiguous"],
  ["echo \"${x:-'a'}\" @", "ambiguous"],
];

test.each(refused)("A value is refused in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
});

test("Bash has more places that evaluate a value", () => {
  expect(places("[[ @ -eq 1 ]]", true)).toBe("arithmetic");
  expect(places("[[ 1 -lt @ ]]", true)).toBe("arithmetic");
  expect(places("[[ -v @ ]]", true)).toBe("variable-name");
  expect(places("((x = @))", true)).toBe("arithmetic");
  expect(places("for ((i = @; i < 3; i++)); do echo; done", true)).toBe("arithmetic");
  expect(places("a[@]=1", true)).toBe("command");
  expect(places("a=([@]=1)", true)).toBe("arithmetic");
  expect(places("declare @", true)).toBe("variable-name");
  expect(places("declare -i x=@", true)).toBe("variable-name");
  expect(places("let @", true)).toBe("code");
  expect(places("echo ${a[@]}", true)).toBe("parameter");
  expect(places("echo ${x/a/@}", true)).toBe("parameter");
  expect(places("coproc @", true)).toBe("ambiguous");
});

test("Bash has more places that are safe", () => {
  expect(places("[[ @ == a && -n @ ]] && echo @", true)).toBe("bare bare bare");
  expect(places("[[ a =~ ^(a|b)$ ]]; echo @", true)).toBe("bare");
  expect(places("a=(@ b '@')", true)).toBe("bare single-quotes");
  expect(places("cat <(echo @) @", true)).toBe("bare bare");
  expect(places("cat <<< @", true)).toBe("bare");
  expect(places("make &> @", true)).toBe("bare");
  expect(places("echo $'a\\'b' @", true)).toBe("bare");
});

test("A shell without bash's grammar runs what bash compares", () => {
  expect(places("[[ a && @ ]]")).toBe("command");
  expect(places("make &> file @")).toBe("command");
});

test("What is opened must be closed", () => {
  expect(unclosed("echo 'a")).toBe("a single quote");
  expect(unclosed('echo "a')).toBe("a double quote");
  expect(unclosed("echo `a")).toBe("a backquote");
  expect(unclosed("echo $(a")).toBe("a command substitution");
  expect(unclosed("echo ${a")).toBe("a brace of an expansion");
  expect(unclosed("cat <<EOF\na")).toBe('the here-document "EOF" in line 1 of the script');
  expect(unclosed("cat <<EOF")).toBe('the here-document "EOF"');
  expect(unclosed("(echo a")).toBe("a parenthesis");
  expect(unclosed("case a in a) echo")).toBe("a case");
  expect(unclosed("echo \"it's\" # it's")).toBeUndefined();
});

test("Pipes are seen, also in a command substitution, and those of patterns aren't pipes", () => {
  const pipes = (script: string): boolean => lexShell(script, false).pipes;
  expect(pipes("a | b")).toBe(true);
  expect(pipes('x="$(a | b)"')).toBe(true);
  expect(pipes("a || b")).toBe(false);
  expect(pipes("case a in a|b) ;; esac")).toBe(false);
  expect(pipes("echo 'a | b'")).toBe(false);
});
