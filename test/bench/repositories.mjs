// Repositories to measure with; each is a function that fills an empty folder.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const letsbe = fileURLToPath(new URL("../../examples/letsbe", import.meta.url));

const config = (targets) => `import { defineConfig } from "cicl";

export default defineConfig({ targets: { ${targets} } });
`;

const all = `github: {}, gitea: {}, cloudbuild: {
  project: "example",
  repository: "example/hub",
  serviceAccounts: { trusted: "ci@example.com", pullRequest: "proposals@example.com" },
  bucket: "gs://example-ci",
  pools: { docker: "default" },
}`;

/** The sample repository. */
export function sample(folder) {
  cpSync(letsbe, folder, { recursive: true });
}

/** Pipelines of nine jobs for three targets, each in a folder of its own. */
export function manyPipelines(count) {
  return (folder) => {
    writeFileSync(`${folder}/cicl.config.ts`, config(all));
    for (let index = 0; index < count; index++) {
      mkdirSync(`${folder}/services/s${index}`, { recursive: true });
      writeFileSync(`${folder}/services/s${index}/pipeline.ts`, pipelineText(`s${index}`));
    }
  };
}

/** One pipeline of many jobs, in stages of a hundred, each with one need; only Gitea takes so large a file. */
export function manyJobs(count) {
  return (folder) => {
    writeFileSync(`${folder}/cicl.config.ts`, config("gitea: {}"));
    writeFileSync(
      `${folder}/pipeline.ts`,
      `import { job, on, pipeline, sh, stage } from "cicl";

const jobs = [];
for (let index = 0; index < ${count}; index++) {
  const needs = index < 100 ? {} : { needs: [jobs[index - 100]] };
  jobs.push(job(\`job-\${index}\`, { ...needs, steps: [sh\`make \${sh.raw(String(index))}\`] }));
}
const stages = [];
for (let index = 0; index < ${count}; index += 100) stages.push(stage(\`stage-\${index}\`, jobs.slice(index, index + 100)));

export default pipeline("large", { on: [on.pullRequest(), on.push({ branches: ["main"] })], stages });
`,
    );
  };
}

/** Checks, a package and a summary: nine jobs. */
function pipelineText(name) {
  return `import { job, on, pipeline, setup, sh, stage } from "cicl";

const node = setup.node({ version: "22" });
const check = (id: string) => job(id, { steps: [node, sh\`npm run \${sh.raw(id)}\`] });
const checks = ["lint", "types", "unit", "integration", "licences"].map(check);
const builds = ["api", "web"].map((id) => job(\`build-\${id}\`, { steps: [node, sh\`npm run build\`] }));
const smoke = job("smoke", { needs: builds, steps: [sh\`./smoke.sh\`] });
const report = job("report", { steps: [sh\`./report.sh\`] });

export default pipeline("${name}", {
  on: [on.pullRequest(), on.push({ branches: ["main"] })],
  stages: [stage("verify", checks), stage("build", [...builds, smoke]), stage("report", [report])],
});
`;
}
