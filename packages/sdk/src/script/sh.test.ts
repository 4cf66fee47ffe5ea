import { spawnSync } from "node:child_process";
import type { ScriptStep } from "@cicl/model";
import { expect, test } from "vitest";
import { commit, image, input, job, on, pr, type Step, secret, sh, template } from "../index.ts";
import { stepNode } from "../steps/step.ts";
import { codes, refusals } from "../user-code.fixture.ts";
import { hidesFailure } from "./sh.ts";

function scriptOf(step: Step): ScriptStep {
  const node = stepNode(step);
  if (node?.kind !== "script") throw new TypeError("It isn't a script.");
  return node;
}

const textOf = (step: Step): string => scriptOf(step).text;
const variables = (step: Step): readonly string[] => scriptOf(step).env.map(({ name }) => name);

test("A value arrives through a variable that is named after it", () => {
  const app = image("hub-app", { context: ".", repository: "a/b" });
  const { inputs } = on.manual({ inputs: { "dry-run": input.boolean() } });
  const step = sh`deploy ${app.digest} "at ${commit.sha}" ${secret("TOKEN")} ${inputs["dry-run"]} ${pr.headBranch}`;
  expect(textOf(step)).toBe(
    'deploy "${HUB_APP_DIGEST}" "at ${COMMIT_SHA}" "${TOKEN}" "${INPUT_DRY_RUN}" "${PR_HEAD_BRANCH}"',
  );
  expect(variables(step)).toEqual(["HUB_APP_DIGEST", "COMMIT_SHA", "TOKEN", "INPUT_DRY_RUN", "PR_HEAD_BRANCH"]);
});

test("The same value has one variable, and a variable of the step is used for its value", () => {
  expect(variables(sh`echo ${commit.sha} ${commit.sha}`)).toEqual(["COMMIT_SHA"]);
  expect(textOf(sh({ env: { SHA: commit.sha } })`echo ${commit.sha}`)).toBe('echo "${SHA}"');
});

test("A name that means something else gets a number, and one that programs read gets a prefix", () => {
  expect(textOf(sh`COMMIT_SHA=1; echo ${commit.sha}`)).toBe('COMMIT_SHA=1; echo "${COMMIT_SHA_2}"');
  expect(textOf(sh({ env: { COMMIT_SHA: "x" } })`echo ${commit.sha}`)).toBe('echo "${COMMIT_SHA_2}"');
  expect(textOf(sh`echo ${template`a${commit.sha}`} ${template`b${commit.sha}`}`)).toBe('echo "${TEXT}" "${TEXT_2}"');
  expect(textOf(sh`echo ${secret("PATH")}`)).toBe('echo "${VALUE_PATH}"');
  const git = job("git", { steps: [sh`make`], outputs: { dir: commit.sha } });
  expect(textOf(sh`echo ${git.outputs.dir}`)).toBe('echo "${VALUE_GIT_DIR}"');
});

test("Plain text is spliced only where it can't change the meaning of what surrounds it", () => {
  expect(textOf(sh`make ${"build"} -j${4} "${"a/b:c"}" ${true}`)).toBe('make build -j4 "a/b:c" true');
  expect(textOf(sh`echo $x${"y"}`)).toBe('echo $x"${TEXT}"');
  expect(textOf(sh`echo ${2}>file`)).toBe('echo "${TEXT}">file');
  expect(textOf(sh`echo ${"a b"} ${""} ${"*"}`)).toBe('echo "${TEXT}" "${TEXT_2}" "${TEXT_3}"');
  expect(textOf(sh.bash`echo {${"a,b"},c}`)).toBe('echo {"${TEXT}",c}');
  expect(
    textOf(sh`cat <<EOF
${"EOF"}
EOF`),
  ).toBe("cat <<EOF\n${TEXT}\nEOF");
});

test("The text is taken as written, dedented, and only the template's own escapes are undone", () => {
  const step = sh`
    grep '\d' file
      echo "\${HOME}" \`date\` '\\n' "\$"

    echo '${sh.raw("${{ github.sha }}")}'
  `;
  expect(textOf(step)).toBe("grep '\\d' file\n  echo \"${HOME}\" `date` '\\\\n' \"\\$\"\n\necho '${{ github.sha }}'");
});

test("Raw text is spliced as it is, and an interpolation behind it is judged by it", () => {
  expect(textOf(sh`${sh.raw("make -j")} ${"all"}`)).toBe("make -j all");
  expect(codes(() => sh`echo ${sh.raw("'")}${commit.sha}'`)).toEqual(["CICL3002"]);
  expect(codes(() => sh`echo ${sh.raw("\\")}${commit.sha}`)).toEqual(["CICL3001"]);
});

test("All refused places of a script are reported at once, with their index", () => {
  const found = refusals(() => sh`${pr.title}; echo '${pr.body}' ${pr.number} # ${pr.title}`);
  expect(found.map(({ code, origin }) => [code, origin?.path])).toEqual([
    ["CICL3001", ["0"]],
    ["CICL3002", ["1"]],
    ["CICL3002", ["3"]],
  ]);
});

test("Scripts that are open, empty or hold control characters are refused", () => {
  expect(codes(() => sh`echo "`)).toEqual(["CICL3003"]);
  expect(codes(() => sh`  `)).toEqual(["CICL2004"]);
  expect(codes(() => sh`echo ${sh.raw("\u0000")}`)).toEqual(["CICL2004"]);
  expect(codes(() => sh`echo ${Number.NaN}`)).toEqual(["CICL2004"]);
});

test("The options of a step stand before the script", () => {
  const step = sh.bash({ name: "Test", timeout: "2m", directory: "web", runs: "always", allowFailure: true })`make`;
  expect(scriptOf(step)).toMatchObject({
    ...{ shell: "bash", name: "Test", timeoutMinutes: 2, directory: "web", runs: "always", allowFailure: true },
  });
});

test("A value with line ends sets no variables and no outputs of its own", () => {
  const dep = job("dep", { steps: [sh`make`], outputs: { x: commit.sha } });
  const { inputs } = on.manual({ inputs: { note: input.string() } });
  expect(codes(() => sh`echo "T=${pr.body}" >> "$CICL_ENV"`)).toEqual(["CICL3001"]);
  expect(codes(() => sh`echo "T=${template`a${pr.title}`}" >> "$GITHUB_ENV"`)).toEqual(["CICL3001"]);
  expect(codes(() => sh`echo ${dep.outputs.x} >> "$GITHUB_PATH"`)).toEqual(["CICL3001"]);
  expect(codes(() => sh`echo "T=${inputs.note}" >> "$CICL_ENV"`)).toEqual(["CICL3001"]);
  expect(codes(() => sh`echo "T=${pr.body}" >> "$CICL_OUTPUT"`)).toEqual(["CICL3001"]);
  const first = job("first", { steps: [sh`a`], outputs: { body: template`body: ${pr.body}`, sha: commit.sha } });
  const second = job("second", { steps: [sh`a`], outputs: { again: first.outputs.body } });
  for (const handedOn of [first.outputs.body, second.outputs.again, template`x ${second.outputs.again}`]) {
    expect(codes(() => sh`echo "T=${handedOn}" >> "$CICL_OUTPUT"`)).toEqual(["CICL3001"]);
  }
  expect(codes(() => sh`echo "T=${first.outputs.sha}" >> "$CICL_OUTPUT"`)).toEqual([]);
  expect(codes(() => sh.pwsh`"T=${pr.body}" >> $env:CICL_ENV`)).toEqual(["CICL3001"]);
  expect(codes(() => sh`echo "T=${commit.sha}${secret("A")}${"a b"}" >> "$CICL_ENV"`)).toEqual([]);
  expect(codes(() => sh`echo "T=${dep.outputs.x}${inputs.note}" >> "$CICL_OUTPUT"`)).toEqual([]);
  expect(codes(() => sh`echo "T=$(printf '%s' ${pr.body} | tr -d '\r\n')" >> "$CICL_ENV"`)).toEqual([]);
  const [found] = refusals(() => sh`echo "T=${pr.body}" >> "$CICL_ENV"`);
  expect(found?.fix).toContain("printf '%s' ${value} | tr -d '\\r\\n'");
});

test("The author's own text in a refused place is pointed to sh.raw", () => {
  const [found] = refusals(() => sh`node ${"scripts/x.js"}`);
  expect(found?.fix).toContain('sh.raw("scripts/x.js")');
});

test("A wrong interpolation is named by its number", () => {
  const [found, second] = refusals(() => sh`a ${commit.sha} b ${undefined as never} ${null as never}`);
  expect(found?.what).toMatch(/^The second interpolation must be .*, but it is missing\.$/);
  expect(found?.origin?.path).toEqual(["1"]);
  expect(second?.what).toMatch(/^The third interpolation must be /);
  expect(refusals(() => template`a ${{} as never}`)[0]?.what).toMatch(/^The first interpolation must be /);
});

test("A call without a template is shown the template", () => {
  const [found] = refusals(() => sh("make test" as never));
  expect(found?.code).toBe("CICL2004");
  expect(found?.fix).toContain("sh`make test`");
});

test("A pipe hides a failure where the shell hides it", () => {
  const hides = (step: Step): boolean => hidesFailure(scriptOf(step));
  expect(hides(sh`make | tee log`)).toBe(true);
  expect(hides(sh`set -o pipefail; make | tee log`)).toBe(false);
  expect(hides(sh.bash`make | tee log`)).toBe(false);
  expect(hides(sh.bash`set +o pipefail; make | tee log`)).toBe(true);
});

const nasty = [
  "plain",
  "",
  " two  words ",
  "it's",
  'a "quoted" word',
  "$(touch pwned)",
  "`touch pwned`",
  "'; touch pwned; '",
  '"; touch pwned; "',
  "${HOME}",
  "*",
  "~",
  "-n",
  "a\\b\\\\c",
  "line one\nline two\n\n",
  "a\tb\r",
  "EOF\ntouch pwned",
  "a[$(touch pwned)]",
  "|&;<>(){}!#",
  "ünï\u{1F600}",
];

/** Runs a step's script as an engine does; its own variables are literals here. */
function run(step: Step, shell: string): string {
  const { text, env } = scriptOf(step);
  const values = env.flatMap(({ name, value }) => (value.kind === "literal" ? [[name, value.value]] : []));
  const result = spawnSync(shell, ["-eu", "-c", text], {
    env: { PATH: process.env.PATH ?? "", ...Object.fromEntries(values) },
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return result.stdout;
}

test.each(nasty)("The value %j arrives unchanged at every place that takes one", (value) => {
  const places = [
    sh`printf '<%s>' ${value}`,
    sh`printf '<%s>' "${value}"`,
    sh`x=${value}; printf '<%s>' "$x"`,
    sh`printf '<%s>' "$(printf '%s_' ${value})" | sed 's/_>$/>/'`,
    sh`printf '<%s>' ${sh.raw("${unset:-")}${value}}`,
    sh`printf '<%s>' "${sh.raw("${unset:-")}${value}}"`,
    sh`sh -c 'printf "<%s>" "$1"' _ ${value}`,
    sh`case ${value} in ${value}) printf '<%s>' ${value} ;; *) exit 1 ;; esac`,
    sh`for each in ${value}; do printf '<%s>' "$each"; done`,
    sh`f() { printf '<%s>' "$1"; }; f ${value}`,
    sh`y=prefix${value}; printf '<%s>' "${sh.raw("${y#prefix}")}"`,
  ];
  for (const step of places) for (const shell of ["sh", "bash"]) expect(run(step, shell)).toBe(`<${value}>`);
  const document = sh`
    cat <<EOF
    <${value}>
    EOF
  `;
  for (const shell of ["sh", "bash"]) expect(run(document, shell)).toBe(`<${value}>\n`);
});

test("What is wrong in a long script is said with its line", () => {
  const whats = (program: () => unknown) => refusals(program).map(({ what }) => what);
  expect(
    whats(
      () => sh`
    a
    echo "two
    c`,
    ),
  ).toEqual(["The script opens a double quote in line 2 of the script and never closes it."]);
  expect(
    whats(
      () => sh`
    a
    b
    ${pr.title}`,
    ),
  ).toEqual([expect.stringMatching(/in line 3 of the script\.$/)]);
  expect(whats(() => sh`echo 'a`)).toEqual(["The script opens a single quote and never closes it."]);
});
