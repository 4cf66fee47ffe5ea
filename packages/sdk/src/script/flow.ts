import { baseName } from "./interpreters.ts";
import type { Progress } from "./progress.ts";
import { readsCode } from "./readers.ts";
import { type Destination, direct, type HereDocument, type Scanner } from "./scanner.ts";
import type { EngineFile } from "./spot.ts";
import type { Word } from "./word.ts";

/** What a redirection does: text comes in, or what comes out goes somewhere. */
export type Flow =
  | { readonly kind: "in"; readonly from: number; readonly to: number; readonly standard: boolean }
  | { readonly kind: "document"; readonly document: HereDocument; readonly standard: boolean }
  | { readonly kind: "out"; readonly destination: Destination };

/** Notes where the text goes that a command reads through pipes and redirections, or writes. */
export function flow(scanner: Scanner, { words, flows, command, pipeline }: Progress): void {
  const piped = pipeline.position < command.position;
  const before = scanner.pending.filter(({ at }) => at >= pipeline.position && at < command.position);
  if (deletesLineEnds(words)) {
    for (let index = pipeline.spot; index < command.spot; index++) scanner.clean.add(index);
    for (const document of before) document.clean = true;
    for (const one of flows) if (one.kind === "document") one.document.clean = true;
  }
  if (readsCode(words, scanner.functions)) scanner.readers = [...scanner.readers, command.position];
  if (scanner.readers.some((position) => position >= command.position)) {
    if (piped) {
      direct(scanner, pipeline.spot, command.spot, "interpreter");
      for (const { destinations } of before) destinations.push("interpreter");
    }
    for (const one of flows) {
      if (one.kind === "in") direct(scanner, one.from, one.to, "interpreter");
      if (one.kind === "document") one.document.destinations.push("interpreter");
    }
    if (piped || flows.some((one) => one.kind !== "out" && one.standard)) {
      scanner.readers = scanner.readers.filter((position) => position < command.position);
    }
  }
  for (const destination of destinationsOf(words, flows)) {
    direct(scanner, pipeline.spot, scanner.spots.length, destination);
    for (const { at, destinations } of scanner.pending) {
      if (at >= pipeline.position) destinations.push(destination);
    }
  }
}

/** The file of the engine that a word names. */
export function engineFile({ raw }: Word): EngineFile | undefined {
  const file = /\$\{?(?:CICL|GITHUB|GITEA)_(ENV|PATH|OUTPUT)\b/.exec(raw)?.[1];
  return file === undefined ? undefined : file === "OUTPUT" ? "output" : "environment";
}

function destinationsOf(words: readonly Word[], flows: readonly Flow[]): readonly Destination[] {
  const written = words.some(({ text }) => /^(tee|dd|sponge)$/.test(baseName(text)));
  return [
    ...flows.flatMap((one) => (one.kind === "out" ? [one.destination] : [])),
    ...(written ? words.flatMap((one) => engineFile(one) ?? []) : []),
  ];
}

/** Says whether a command is such as `tr -d '\r\n'`. */
function deletesLineEnds([first, option, set]: readonly Word[]): boolean {
  if (!first || baseName(first.text) !== "tr" || option?.text !== "-d" || !set) return false;
  return /\[:(cntrl|space):\]/.test(set.text) || (/^['"].*\\n/.test(set.raw) && /\\r/.test(set.raw));
}
