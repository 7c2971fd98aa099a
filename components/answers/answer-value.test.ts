import { expect, test } from "vitest";
import { answersInShort, labelOfField, shapeOfAnswer } from "./answer-value";

test.each([
  [null, { kind: "none" }],
  ["", { kind: "none" }],
  [[], { kind: "none" }],
  [false, { kind: "boolean", value: false }],
  [0, { kind: "text", text: "0" }],
  ["音楽", { kind: "text", text: "音楽" }],
  ["2026-05-12", { kind: "text", text: "12 May 2026" }],
  ["2026-13-45", { kind: "text", text: "2026-13-45" }],
  ["2026-05-12T08:30:00Z", { kind: "moment", text: "2026-05-12T08:30:00Z" }],
  ["2026-05-12T08:30", { kind: "text", text: "2026-05-12T08:30" }],
  [["Knots", 3], { kind: "choices", choices: ["Knots", "3"] }],
  [{ a: 1 }, { kind: "other", text: '{\n  "a": 1\n}' }],
])("the answer %j is shown as %j", (value, shape) => {
  expect(shapeOfAnswer(value)).toEqual(shape);
});

test("a field's key becomes a label", () => {
  expect(labelOfField("favorite_track")).toBe("Favorite track");
  expect(labelOfField("T-shirt")).toBe("T shirt");
  expect(labelOfField("_")).toBe("_");
});

test("the list shows the first short answers and spares the long ones", () => {
  const fields = {
    a: "x".repeat(80),
    b: "Makers",
    c: null,
    d: ["Knots"],
    e: true,
    f: 4,
    g: "late",
  };
  expect(answersInShort(fields)).toBe("Makers · Knots · 4");
});
