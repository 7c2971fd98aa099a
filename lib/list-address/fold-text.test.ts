import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedWords, foundParts } from "./fold-text";

const marked = (text: string, q: string) =>
  foundParts(text, foldedWords(q))
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join("");

test.each([
  ["Ana Kovačević", "KOVACEVIC", "Ana [Kovačević]"],
  ["Ana Kovačević", "vač an", "[An]a Ko[vač]ević"],
  ["Pat O'Brien", "obrien", "Pat [O'Brien]"],
  ["Pat OBrien", "o’brien", "Pat [OBrien]"],
  ["Jean-Luc", "jeanluc", "[Jean-Luc]"],
  ["Straße 5", "strasse", "[Straße] 5"],
  ["Νίκος", "ΝΙΚΟΣ", "[Νίκος]"],
  ["Mari\u200bja", "marija", "[Mari\u200bja]"],
  ["ananas", "ana nas", "[ananas]"],
  ["Łukasz Øst 😀 Ø", "ø", "Łukasz [Ø]st 😀 [Ø]"],
  ["nothing", "zz", "nothing"],
  ["", "a", ""],
])("in %j, %j finds %j", (text, q, expected) => {
  expect(marked(text, q)).toBe(expected);
});

test("parts make up the text, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (text, q) => {
      const parts = foundParts(text, foldedWords(q));
      expect(parts.map((part) => part.text).join("")).toBe(text);
      expect(parts.every((part) => part.text !== "")).toBe(true);
    }),
  );
});
