export { dependencyAudit, secretScan } from "@cicl/stages";
