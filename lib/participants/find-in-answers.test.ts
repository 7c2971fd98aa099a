import { expect, test } from "vitest";
import { findInAnswers } from "./find-in-answers";

const found = (notes: unknown, ...words: string[]) =>
  findInAnswers({ name: "Ada", email: "ada@example.org", fields: { notes } }, words)?.text;

test("an answer is shown around the word that was found, and begins with a whole one", () => {
  expect(found("No nuts, says Quetzalcóatl", "quetzalcoatl")).toBe("…nuts, says Quetzalcóatl");
  expect(found("No peanuts, says Quetzalcóatl", "quetzalcoatl")).toBe("…says Quetzalcóatl");
  expect(found("Quetzalcóatl", "quetzalcoatl")).toBe("Quetzalcóatl");
  expect(found(["red", "blue"], "blue")).toBe("red, blue");
  expect(found(42, "42")).toBe("42");
});

test("a text without spaces is cut where it must be, and what follows is cut far behind", () => {
  expect(found(`${"x".repeat(50)}needle`, "needle")).toMatch(/^…x{12,13}needle$/);
  const long = found(`needle ${"after ".repeat(100)}`, "needle") ?? "";
  expect(long.startsWith("needle after")).toBe(true);
  expect(long.length).toBeLessThan(110);
});

test("what the name or the e-mail has is not looked for in answers", () => {
  expect(found("Ada likes tea", "ada")).toBeUndefined();
  expect(found("Ada likes tea", "ada", "tea")).toBe("Ada likes tea");
  expect(found(`${"x ".repeat(20_000)}needle`, "needle")).toBeUndefined();
});
