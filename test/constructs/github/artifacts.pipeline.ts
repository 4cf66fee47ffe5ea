/** Artifacts, reports and caches: files go from job to job, reports are kept when the job fails too. */
import { cache, download, job, on, pipeline, setup, sh, stage, upload } from "cicl";

const site = upload("site", { paths: ["dist/**"], retention: "7d" });
const build = job("build", {
  steps: [
    setup.node({ version: "22", packages: "npm" }),
    cache({ paths: [".cache"], key: "site", files: ["package-lock.json"] }),
    sh`npm run build`,
    site,
  ],
  reports: { junit: "reports/*.xml", coverage: { file: "coverage/lcov.info", minimum: 80 } },
});
const links = job("links", { steps: [download(site, { path: "site" }), sh`./check-links.sh site`] });

export default pipeline("artifacts", { on: [on.pullRequest()], stages: [stage("build", [build, links])] });
