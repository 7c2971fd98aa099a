import { expect, test } from "vitest";
import { fieldWord } from "./field-words";

test.each([
  ["submitted", "Submitted"],
  ["domain", "E-mail domain"],
  ["answers", "Answers"],
  ["answers.favorite_track", "Favorite track"],
  ["answers.status", "Status"],
  ["constructor", "Constructor"],
])("the field %s is called %s", (field, word) => {
  expect(fieldWord(field)).toBe(word);
});
