/** Everything that cicl keeps during a build; the working copy around it stays as Cloud Build fetched it. */
export const home = "/workspace/.cicl";

/** The functions that all steps share, written by the build's first step. */
export const libraryFile = `${home}/cicl.sh`;

/** The line by which a script gets the shared functions. */
export const useLibrary = `. ${libraryFile}`;

/** Where programs that a job's set-up installs can be run from. */
export function toolFolder(job: string): string {
  return `${home}/jobs/${job}/tools`;
}
