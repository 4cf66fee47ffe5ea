import { on, pipeline, stage } from "cicl";
import { checks } from "./ci/checks.ts";
import { required } from "./ci/packages.ts";
import { services } from "./ci/services.ts";

export default pipeline("letsbe", {
  on: [on.pullRequest(), on.push({ branches: ["main", "hotfix/**"] }), on.tag("hub/v*", "safety/v*", "provisioner/v*")],
  stages: [
    stage("verify", [...checks, ...Object.values(required).flat()]),
    stage(
      "images",
      services.map((service) => service.built),
    ),
    stage(
      "evidence",
      services.flatMap((service) => [service.sbom, service.signature]),
    ),
    stage(
      "dev",
      services.map((service) => service.toDev),
    ),
  ],
  required,
});
