import { expect, test } from "vitest";
import { type Entry, type Eyes, encodeEntry, replay, seal, unseal } from "./entry.ts";
import { createKeeper } from "./kept.ts";
import type { Answer, Ask, Question } from "./question.ts";
import type { Stamp } from "./stamp.ts";

const observations: readonly (readonly [Question, Answer])[] = [
  [["text", "/a"], Buffer.from("bytes of a")],
  [["text", "/absent"], undefined],
  [["plain", "/empty"], Buffer.alloc(0)],
  [["names", "/b", "x", "y"], Buffer.from("x.ts")],
];
const entry: Entry = {
  key: "k",
  validUntil: null,
  out: "up to date\n",
  err: "wärning\n",
  observations: observations.map(([question, answer]) => ({ question, answer, isHash: false })),
  folders: [],
};
const answers = new Map(observations.map(([question, answer]) => [JSON.stringify(question), answer]));
const eyes = (ask: Ask): Eyes => ({ ask, isStill: () => false, isFolderStill: () => false });
const world = eyes((question) => answers.get(JSON.stringify(question)));
const except = (changed: Question, answer: Buffer | undefined): Eyes =>
  eyes((question) => (JSON.stringify(question) === JSON.stringify(changed) ? answer : world.ask(question)));
const file = encodeEntry(entry);

test("an entry is replayed while every answer is the same", () => {
  expect(replay(file, "k", world, 0)).toEqual({ out: entry.out, err: entry.err });
});

test("any other answer makes it useless", () => {
  expect(replay(file, "k", except(["text", "/a"], Buffer.from("bytes of b")), 0)).toBeUndefined();
  expect(replay(file, "k", except(["text", "/a"], undefined), 0)).toBeUndefined();
  expect(replay(file, "k", except(["text", "/absent"], Buffer.alloc(0)), 0)).toBeUndefined();
  expect(replay(file, "k", except(["plain", "/empty"], undefined), 0)).toBeUndefined();
  expect(replay(file, "k", except(["names", "/b", "x", "y"], Buffer.from("x.ts\0y.ts")), 0)).toBeUndefined();
});

test("another key's entry isn't used", () => {
  expect(replay(file, "other", world, 0)).toBeUndefined();
});

test("an entry is used until its time is over", () => {
  const bounded = encodeEntry({ ...entry, validUntil: 1000 });
  expect(replay(bounded, "k", world, 1000)).toBeDefined();
  expect(replay(bounded, "k", world, 1001)).toBeUndefined();
});

test("no cut, and no changed byte, makes another replay of it", () => {
  for (let length = 0; length < file.length; length++) {
    expect(replay(file.subarray(0, length), "k", world, 0)).toBeUndefined();
  }
  for (let position = 0; position < file.length; position++) {
    const damaged = Buffer.from(file);
    damaged.writeUInt8(file.readUInt8(position) ^ 1, position);
    expect(replay(damaged, "k", world, 0)).toBeUndefined();
  }
  expect(replay(Buffer.concat([file, Buffer.from("x")]), "k", world, 0)).toBeUndefined();
});

test("of a file that its stamp vouches for the bytes aren't read", () => {
  const stamp: Stamp = [10, 1, 2, 3];
  const [first, ...others] = entry.observations;
  if (!first) throw new Error("There is an observation.");
  const stamped = encodeEntry({ ...entry, observations: [{ ...first, stamp }, ...others] });
  const changed = except(["text", "/a"], Buffer.from("bytes of b"));
  expect(replay(stamped, "k", { ...changed, isStill: () => true }, 0)).toBeDefined();
  expect(replay(stamped, "k", { ...changed, isStill: (_question, { length }) => length !== 4 }, 0)).toBeUndefined();
  expect(replay(stamped, "k", world, 0)).toBeDefined();
});

test("while all folders are as before, none is listed", () => {
  const folders = encodeEntry({
    ...entry,
    folders: [
      ["/b", 1, 2, 3, 4],
      ["/c", 0, 0, 0, 0],
    ],
  });
  const changed = except(["names", "/b", "x", "y"], Buffer.from("x.ts\0y.ts"));
  const still = (which: readonly string[]) => (path: string) => which.includes(path);
  expect(replay(folders, "k", { ...changed, isFolderStill: still(["/b", "/c"]) }, 0)).toBeDefined();
  expect(replay(folders, "k", { ...changed, isFolderStill: still(["/b"]) }, 0)).toBeUndefined();
  expect(replay(folders, "k", { ...world, isFolderStill: still(["/b"]) }, 0)).toBeDefined();
  // An entry that names no folder doesn't vouch for any.
  expect(replay(file, "k", { ...changed, isFolderStill: () => true }, 0)).toBeUndefined();
  // The bytes of files are another matter.
  const other = except(["text", "/a"], Buffer.from("bytes of b"));
  expect(replay(folders, "k", { ...other, isFolderStill: () => true }, 0)).toBeUndefined();
});

test("many bytes are kept as hashes, which tell them apart as well", () => {
  const keep = createKeeper();
  const question: Question = ["plain", "/large"];
  const large = Buffer.alloc(900_000, "a");
  const kept = [keep(question, large), keep(question, large), keep(["tree", "/large"], large)];
  expect(kept.map(({ isHash }) => isHash)).toEqual([false, true, false]);
  for (const one of kept) {
    const file = encodeEntry({ ...entry, observations: [{ question, ...one }] });
    const same = Buffer.from(large);
    expect(
      replay(
        file,
        "k",
        eyes(() => same),
        0,
      ),
    ).toBeDefined();
    same.write("b", 899_999);
    expect(
      replay(
        file,
        "k",
        eyes(() => same),
        0,
      ),
    ).toBeUndefined();
    expect(
      replay(
        file,
        "k",
        eyes(() => undefined),
        0,
      ),
    ).toBeUndefined();
  }
});

test("sealed bytes come back, and damaged ones don't", () => {
  const bytes = Buffer.from("compiled code");
  const sealed = seal(bytes);
  expect(unseal(sealed)).toEqual(bytes);
  expect(unseal(sealed.subarray(0, sealed.length - 1))).toBeUndefined();
  expect(unseal(Buffer.alloc(0))).toBeUndefined();
  for (let position = 0; position < sealed.length; position++) {
    const damaged = Buffer.from(sealed);
    damaged.writeUInt8(sealed.readUInt8(position) ^ 1, position);
    expect(unseal(damaged)).toBeUndefined();
  }
});
