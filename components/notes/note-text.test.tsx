import { expect, test } from "vitest";
import { partsOf } from "./note-text";

const NAMED = [
  { word: "@Ana Anić", isSelf: false },
  { word: "@Ana", isSelf: true },
];

test("mentions are marked where they stand, the longer of two names first", () => {
  expect(partsOf("Ask @Ana Anić, not @Ana.", NAMED)).toEqual([
    { word: "Ask ", isSelf: null },
    { word: "@Ana Anić", isSelf: false },
    { word: ", not ", isSelf: null },
    { word: "@Ana", isSelf: true },
    { word: ".", isSelf: null },
  ]);
});

test("a text without mentions is one part, and no text is none", () => {
  expect(partsOf("me@example.org", [])).toEqual([{ word: "me@example.org", isSelf: null }]);
  expect(partsOf("", NAMED)).toEqual([]);
});
