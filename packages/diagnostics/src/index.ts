export { type Code, codes } from "./codes.ts";
export {
  CiclError,
  type Diagnostic,
  error,
  hasErrors,
  type Place,
  type Severity,
  type Text,
  warning,
} from "./diagnostic.ts";
export { at, formatOrigin, type Origin, type OriginMapper } from "./origin.ts";
export { type DiagnosticJson, type RelatedJson, toJson } from "./render/json.ts";
export { type PrettyOptions, renderPretty } from "./render/pretty.ts";
export { didYouMean, nearest } from "./suggest.ts";
