import { expect, test } from "vitest";
import { type Entry, encodeEntry, replay, seal, unseal } from "./entry.ts";
import type { Ask, Question } from "./question.ts";

const entry: Entry = {
  key: "k",
  validUntil: null,
  out: "up to date\n",
  err: "wärning\n",
  observations: [
    [["text", "/a"], Buffer.from("bytes of a")],
    [["text", "/absent"], undefined],
    [["plain", "/empty"], Buffer.alloc(0)],
    [["names", "/b", "x", "y"], Buffer.from("x.ts")],
  ],
};
const answers = new Map(entry.observations.map(([question, answer]) => [JSON.stringify(question), answer]));
const world: Ask = (question) => answers.get(JSON.stringify(question));
const except =
  (changed: Question, answer: Buffer | undefined): Ask =>
  (question) =>
    JSON.stringify(question) === JSON.stringify(changed) ? answer : world(question);
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
