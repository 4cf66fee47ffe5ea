import { expect, test } from "vitest";
import { lexShell } from "./commands.ts";
import { hole } from "./spot.ts";

/** Lexes a script in which `@` stands for an interpolation; each comes back as its place, refusal or destination. */
function places(script: string, bash = false): string {
  const { spots } = lexShell(script.replaceAll("@", hole), bash);
  return spots.map((spot) => (spot.kind === "refused" ? spot.why : (spot.into ?? "safe"))).join(" ");
}

const executed = [
  "ssh host <<EOF\necho @\nEOF",
  "ssh -p 22 -i key host <<EOF\necho @\nEOF",
  "ssh host bash -s <<EOF\necho @\nEOF",
  "ssh host 'sudo bash' <<EOF\necho @\nEOF",
  "bash <<EOF\necho @\nEOF",
  "bash <<-EOF\n\techo @\n\tEOF",
  "<<EOF bash\necho @\nEOF",
  "bash -euo pipefail <<EOF\necho @\nEOF",
  "bash - <<EOF\necho @\nEOF",
  "bash /dev/stdin <<EOF\necho @\nEOF",
  "bash /dev/fd/3 3<<EOF\necho @\nEOF",
  "bash $options <<EOF\necho @\nEOF",
  "sh -s <<EOF\necho @\nEOF",
  "sh -s -- argument <<EOF\necho @\nEOF",
  "sudo sh <<EOF\necho @\nEOF",
  "sudo -i <<EOF\necho @\nEOF",
  "ssh -c aes host <<EOF\necho @\nEOF",
  "ssh host -p 22 <<EOF\necho @\nEOF",
  "ssh $options host <<EOF\necho @\nEOF",
  'ssh host "$command" <<EOF\necho @\nEOF',
  "gcloud compute ssh vm <<EOF\necho @\nEOF",
  "su - deploy <<EOF\necho @\nEOF",
  "su deploy -c sh <<EOF\necho @\nEOF",
  "sh -c 'cd x; sh' <<EOF\necho @\nEOF",
  'docker exec -i app sh -c "$command" <<EOF\necho @\nEOF',
  "su deploy <<EOF\necho @\nEOF",
  "env A=b python3 <<EOF\necho @\nEOF",
  "python3 <<EOF\necho @\nEOF",
  "python3 -u - arg <<EOF\necho @\nEOF",
  "node <<EOF\necho @\nEOF",
  "node -r ./x.js <<EOF\necho @\nEOF",
  "deno run - <<EOF\necho @\nEOF",
  "pwsh -Command - <<EOF\necho @\nEOF",
  "docker exec -i app sh <<EOF\necho @\nEOF",
  "docker run -i node:22 <<EOF\necho @\nEOF",
  "kubectl exec -i pod -- bash <<EOF\necho @\nEOF",
  ". /dev/stdin <<EOF\necho @\nEOF",
  "make -f - <<EOF\nall:\n\techo @\nEOF",
  "awk -f - file <<EOF\n@\nEOF",
  'eval "$(cat <<EOF\n@\nEOF\n)"',
  "sh < @",
  "cat <<EOF | sh\n@\nEOF",
  "cat <<EOF |\n@\nEOF\nsh",
  "cat <<EOF | tee log | sh\n@\nEOF",
  "{ cat <<EOF; } | sh\n@\nEOF",
  "echo @ | sh",
  "! echo @ | sh",
  "echo @ |\n# comment\nsh",
  "echo @ |& sh",
  "printf '%s' @ | ssh host",
  "echo @ | python3",
  "echo @ | xargs sh -c",
  "echo @ | xargs sudo",
  "echo @ | xargs -I{} sh -c 'echo {}'",
  "echo @ | xargs -I % sh -c 'echo %'",
  "echo @ | parallel",
  "echo @ | at now",
  "(echo @) | sh",
  "{ echo @; } | sh",
  "if true; then echo @; fi | sh",
  "while true; do echo @; done | sh",
  "for i in @; do echo $i; done | sh",
  "case a in a) echo @ ;; esac | sh",
  "echo @ | (cd x; sh)",
  "echo @ | { read x; sh; }",
  "echo @ | if true; then sh; fi",
  "{ sh; } <<EOF\n@\nEOF",
  "(sh) <<EOF\n@\nEOF",
  "while true; do sh; done <<EOF\n@\nEOF",
  'echo @ | cat "$(sh)"',
  "run() { sh -s; }; echo @ | run",
  "run() {\n  sh -s\n}\nrun <<EOF\n@\nEOF",
];

test.each(executed)("What an interpreter reads is code in %j", (script) => {
  for (const bash of [false, true]) expect(places(script, bash)).toMatch(/^(input|code)$/);
});

test("Bash has more ways to hand text to an interpreter", () => {
  expect(places("bash <<< @", true)).toBe("input");
  expect(places('bash <<< "echo @"', true)).toBe("input");
  expect(places("bash <(echo @)", true)).toBe("code");
  expect(places("source <(echo @)", true)).toBe("code");
  expect(places("bash < <(echo @)", true)).toBe("input");
  expect(places("echo @ > >(sh)", true)).toBe("input");
  expect(places("echo @ | tee >(sh)", true)).toBe("input");
  expect(places("function run { sh; }; echo @ | run", true)).toBe("input");
});

const data = [
  "cat > file <<EOF\n@\nEOF",
  "cat <<EOF > file\n@\nEOF\nsh file",
  "cat <<EOF\n@\nEOF\necho a | sh",
  "tee /usr/bin/node <<EOF\n@\nEOF",
  "echo @ | sudo tee /usr/bin/node",
  "kubectl apply -f - <<EOF\n@\nEOF",
  "kubectl -n node apply -f - <<EOF\n@\nEOF",
  "docker login -u bot --password-stdin <<EOF\n@\nEOF",
  "printf '%s' @ | docker login -u bot --password-stdin registry",
  "docker exec -i db psql <<EOF\n@\nEOF",
  "ssh host 'cat > file' <<EOF\n@\nEOF",
  "ssh host tee file <<EOF\n@\nEOF",
  'ssh host "cat > $dir/node" <<EOF\n@\nEOF',
  "gcloud compute ssh vm --command='sudo tee /x' <<EOF\n@\nEOF",
  "echo @ | su postgres -c psql",
  "docker exec -i app sh -c 'psql $DB' <<EOF\n@\nEOF",
  "echo @ | node scripts/x.js",
  "printf '%s' @ | python3 -c 'import sys'",
  "curl -fsSL https://example.com | bash -s -- @",
  "bash script.sh <<EOF\n@\nEOF",
  "sh -c 'cat' <<EOF\n@\nEOF",
  "sh -s @ <<'EOF'\necho \"$1\"\nEOF",
  "python3 script.py <<EOF\n@\nEOF",
  "python3 -m json.tool <<EOF\n@\nEOF",
  "node -e 'x' <<EOF\n@\nEOF",
  "docker run -i node:22 script.js <<EOF\n@\nEOF",
  "echo @ | xargs",
  "echo @ | xargs -n 1 curl",
  "echo @ | xargs sh -c 'echo \"$1\"' _",
  "echo @ | grep node",
  "echo @; echo a | sh",
  "echo @ && sh < file",
  "sh < file | grep @",
  "echo a | sh -s @",
  "for s in bash node; do echo $s; done <<EOF\n@\nEOF",
  "while read l; do ssh host bash -s <<'EOF'\necho\nEOF\ndone <<LIST\n@\nLIST",
  "{ echo a | sh; } <<EOF\n@\nEOF",
  "run() { sh -s; }; echo @",
  "sh script -s <<EOF\n@\nEOF",
  "mysql <<EOF\n@\nEOF",
  "psql -c @",
];

test.each(data)("Text for other programs is data in %j", (script) => {
  for (const bash of [false, true]) expect(places(script, bash)).toBe("safe");
});

test("Bash's other redirections of data stay allowed", () => {
  expect(places("cat <<< @", true)).toBe("safe");
  expect(places("mapfile -t x < <(echo @)", true)).toBe("safe");
  expect(places("while read l; do echo $l; done < <(echo @)", true)).toBe("safe");
  expect(places("diff <(echo @) <(sort file)", true)).toBe("safe");
  expect(places("echo @ > >(tee log)", true)).toBe("safe");
});

test.each([
  ["fish -c @"],
  ["tcsh -c @"],
  ["csh -c @"],
  ["ksh -c @"],
  ["npx -c @"],
  ["npx --call=@"],
  ["npx -p a -c @"],
  ["npm exec -c @"],
  ["pnpm exec -c @"],
  ["lua -e @"],
  ["Rscript -e @"],
  ["julia -e @"],
  ["php -r @"],
  ["deno eval @"],
  ["make --eval @"],
  ["make --eval=@ all"],
  ["git -c core.pager=@ log"],
  ["git -c alias.x=!@ x"],
  ["git -c @ log"],
  ["git rebase --exec @ main"],
  ["bash -o pipefail -c @"],
  ["bash -c -o pipefail @"],
  ["bash -o pipefail @"],
  ["node -r ./x.js @"],
  ["sh @ -s"],
])("The argument is code in %j", (script) => {
  expect(places(script)).toBe("code");
});

test.each([
  ["git -c user.name=@ commit -m @", "safe safe"],
  ["git -c http.extraheader=@ fetch", "safe"],
  ["npm test -- -c @", "safe"],
  ["npx tool @", "safe"],
  ["make -C @ all", "safe"],
  ["deno run main.ts @", "safe"],
])("The argument is data in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
});

test.each([
  ['echo "T=@" >> "$CICL_ENV"', "environment"],
  ["echo T=@ >> $GITHUB_ENV", "environment"],
  ['echo @ >>"${GITHUB_PATH}"', "environment"],
  ['echo "T=@" > "$CICL_OUTPUT"', "output"],
  ['echo "T=@" | tee -a "$GITHUB_OUTPUT"', "output"],
  ['echo "T=@" | sudo tee -a "$GITHUB_ENV"', "environment"],
  ['cat >> "$CICL_ENV" <<EOF\nT=@\nEOF', "environment"],
  ['cat <<EOF >> "$CICL_ENV"\nT=@\nEOF', "environment"],
  ['cat <<EOF | grep T >> "$CICL_ENV"\nT=@\nEOF', "environment"],
  ['{ echo T=@; echo; } >> "$CICL_ENV"', "environment"],
  ['{\n  echo T=@\n} >> "$CICL_ENV"', "environment"],
  ['echo "T=$(echo @)" >> "$CICL_ENV"', "environment"],
  ['echo T=@ | tr -d "\\n" >> "$CICL_ENV"', "environment"],
  ["echo \"T=$(printf '%s' @ | tr -d '\\r\\n')\" >> \"$CICL_ENV\"", "safe"],
  ["echo \"T=$(printf '%s' @ | tr -d '[:cntrl:]')$@\" >> \"$CICL_ENV\"".replace("$@", "@"), "safe environment"],
  ["cat <<EOF | tr -d '\\r\\n' >> \"$CICL_ENV\"\nT=@\nEOF", "safe"],
  ['echo @ > file; echo a=b >> "$CICL_ENV"', "safe"],
  ['echo "$CICL_ENV" @', "safe"],
])("What is written to a file of the engine is known in %j", (script, expected) => {
  expect(places(script)).toBe(expected);
});
