import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ANSWER_CHARACTERS,
  CHANGE_CHARACTERS,
  changedAnswers,
  excerptOf,
  excerptOfAnswers,
  excerptOfChange,
  sliceAnswer,
  textOfAnswer,
} from "./excerpt";

test("what is short stays whole", () => {
  const value = { bio: "short", days: ["Fri", 3, null], nested: { yes: true } };
  expect(excerptOf(value, 1_000)).toEqual({ value, isCut: false });
});

test("of any JSON an excerpt is no longer than its limit, but for what its parts are held by", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 200 }), (json, limit) => {
      const { value, isCut } = excerptOf(json, limit);
      expect(charactersIn(value)).toBeLessThanOrEqual(limit);
      expect(isCut).toBe(JSON.stringify(value) !== JSON.stringify(json));
    }),
  );
});

function charactersIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  const parts = Object.entries(value).map(([key, part]) => {
    return (Array.isArray(value) ? 0 : key.length) + charactersIn(part);
  });
  return parts.reduce((sum, each) => sum + each, 0);
}

test.each([
  ["a list of many small things", Array.from({ length: 345_000 }, () => ({}))],
  [
    "an object of many empty fields",
    Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [at, ""])),
  ],
  ["a text of 1 MiB", "a".repeat(2 ** 20)],
])("%s is cut to about 10 KB", (_, answer) => {
  const { fields, cutAnswers } = excerptOfAnswers({ short: "x", answer });
  expect(JSON.stringify(fields).length).toBeLessThan(ANSWER_CHARACTERS * 2);
  expect(cutAnswers).toEqual({ answer: textOfAnswer(answer).length });
});

test("no cut tears a character in two", () => {
  const { value } = excerptOf("🎈".repeat(20), 7);
  expect(value).toBe("🎈🎈🎈");
});

test("a long answer is read to its end in stretches that make up the whole", () => {
  for (const answer of [
    "🎈x".repeat(70_000),
    { list: Array.from({ length: 40_000 }, (_, at) => at) },
  ]) {
    let text = "";
    for (let offset: number | null = 0; offset !== null; ) {
      const slice = sliceAnswer(answer, offset);
      expect(slice.text.length).toBeLessThanOrEqual(65_536);
      expect(slice.text.isWellFormed()).toBe(true);
      text += slice.text;
      offset = slice.nextOffset;
    }
    expect(text).toBe(textOfAnswer(answer));
  }
});

test("a stretch behind the end is empty and the last", () => {
  expect(sliceAnswer("short", 100)).toEqual({ text: "", nextOffset: null });
});

test("the answers that an entry of the history holds are told, of long ones an excerpt", () => {
  const before = { track: "Makers", note: "x", bio: { excerpt: "…old", length: 9_000 } };
  const after = {
    track: "Glazba",
    bio: { excerpt: "…new", length: 9_000 },
    __proto__: { polluted: 1 },
  };
  expect(changedAnswers([before, after])).toEqual({
    track: ["Makers", "Glazba"],
    note: ["x", undefined],
    bio: ["…old…", "…new…"],
  });
  expect(changedAnswers([null, { a: 1 }])).toEqual({ a: [undefined, 1] });
});

test("a change deep in two long texts is shown where it is", () => {
  const same = "a".repeat(50_000);
  const [before, after] = excerptOfChange([`${same}old`, `${same}new ${same}`]);
  expect(before).toMatch(/^…a+old$/);
  expect(after).toMatch(/^…a+new a+…$/);
  for (const side of [before, after]) {
    expect(String(side).length).toBeLessThanOrEqual(CHANGE_CHARACTERS + 2);
  }
});

test("a change of short texts is shown whole", () => {
  expect(excerptOfChange(["old", "new"])).toEqual(["old", "new"]);
  expect(excerptOfChange([undefined, ["new"]])).toEqual([undefined, ["new"]]);
});
