import { expect, test } from "vitest";
import { matchesTitle } from "./match-title";

test.each([
  ["Čaj i mali razgovori", "caj", true],
  ["Soldering without tears", "TEARS solder", true],
  ["ワークショップ: 和紙", "和紙", true],
  ["Harbour walk", "harbour talk", false],
  ["Harbour walk", " ", true],
])("%s is found by %s: %s", (title, search, isFound) => {
  expect(matchesTitle(title, search)).toBe(isFound);
});
