import { type Capabilities, notYet } from "@cicl/backend-kit";

const refused = notYet("Leave it out, or render the pipeline for another target.");

/** What __Title__ carries. A feature stays refused until `lower` renders and traces every use of it. */
export const capabilities: Capabilities = {
  __features__: refused,
};
