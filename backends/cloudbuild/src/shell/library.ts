import { conditionFunctions } from "./conditions.ts";
import { jobFunctions } from "./job.ts";
import { home, libraryFile } from "./paths.ts";
import { receiptFunctions } from "./receipts.ts";
import { valueFunctions } from "./values.ts";

/** The word that ends the functions in the script that writes them; none of their lines is this word. */
const end = "END_OF_CICL";

/** The functions that all steps of a build share: POSIX shell, with few other commands. */
export const libraryText = `set -eu
cicl=${home}

${[receiptFunctions, jobFunctions, valueFunctions, conditionFunctions].join("\n\n")}
`;

/**
 * The script of a build's first step. It refuses a repository that brings a folder of this name along, since what lies
 * there decides which jobs run, and writes the shared functions.
 */
export const prepareScript = `set -eu
if [ -e ${home} ] || [ -L ${home} ]; then
  echo "The folder ${home} is cicl's own: remove it from the repository." >&2
  exit 1
fi
mkdir -m 777 ${home}
cat > ${libraryFile} << '${end}'
${libraryText}${end}`;
