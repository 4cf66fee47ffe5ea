import { type JourneyStep, journey } from "./journey.ts";
import { type Room, rooms, sharedLibraries } from "./rooms.ts";

/** Writes `packages/README.md`: the table of rooms, and the way of one pipeline through them. */
export function roomMap(): string {
  return `<!-- Generated from test/architecture/rooms.ts and journey.ts. Edit those files and run "pnpm generate". -->

# The rooms of cicl

cicl is made of rooms: folders with one responsibility each. A room imports only the rooms and libraries in its row, only
by their package name, and never another's inside; \`pnpm test\` enforces it. Only rooms with effects may touch the file
system, the network, the environment or the clock: all the others are pure.

| room | responsibility | may import | effects |
| --- | --- | --- | --- |
${rooms.map(row).join("\n")}

Below \`examples\` stands one sample repository a folder, which imports nothing but \`cicl\`; its rendered files are
committed. A library has one home; only ${sharedLibraries.join(", ")} may be used by several rooms.

## What passes between the rooms

All rooms speak in two vocabularies. \`packages/diagnostics\` says what is wrong: a \`Diagnostic\` has a code, three
sentences and an \`Origin\`, the place in \`pipeline.ts\`. \`packages/model\` says what a pipeline is: a \`Pipeline<Phase>\`
of plain frozen data, whose phase is \`draft\`, \`normalised\` or \`gated\`. Between a backend and the printer passes the
tree of \`packages/backend-kit\`.

| step | room | functions | in | out |
| --- | --- | --- | --- | --- |
${journey.map(journeyRow).join("\n")}

## The way of one pipeline

${journey.map((step, index) => `${index + 1}. **${step.title}** (\`${step.room}\`). ${step.text}`).join("\n")}
`;
}

function row(room: Room): string {
  const imports = room.rooms === "all" ? ["all"] : room.rooms.map((folder) => folder.replace(/^packages\//, ""));
  const all = [...imports, ...room.libraries.map((library) => `\`${library}\``)].join(", ");
  return `| ${room.folder} | ${room.responsibility} | ${all || "–"} | ${room.effects ? "yes" : "–"} |`;
}

function journeyRow(step: JourneyStep): string {
  const functions = step.functions.map((name) => `\`${name}\``).join(", ");
  return `| ${step.title} | ${step.room} | ${functions} | ${step.takes} | ${step.gives} |`;
}
