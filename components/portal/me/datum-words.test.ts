import { expect, test } from "vitest";
import { datumLabel, shapeOfDatum } from "./datum-words";

test.each([
  ["E-mail address", "E-mail address"],
  ["favorite_track", "Favorite track"],
  ["application.approved", "The organizers approved it"],
  ["missed_delivery", "Missed delivery"],
  ["recordedAt", "Recorded at"],
  ["Was ist das?", "Was ist das?"],
])("the datum %s is called %s", (field, label) => {
  expect(datumLabel(field)).toBe(label);
});

test("moments are told as times, and what has parts part by part, but for the empty ones", () => {
  const at = "2026-11-01T10:00:00.000Z";
  expect(shapeOfDatum(at)).toEqual({ kind: "moment", at });
  expect(shapeOfDatum({ status: "pending", by: null, changes: {}, recordedAt: at })).toEqual({
    kind: "parts",
    parts: [
      ["status", "pending"],
      ["recordedAt", at],
    ],
  });
});

test.each(["2026-11-01", "2026-11-31T99:00:00Z", "Knots", 4, true, null, ["a", "b"], {}])(
  "%j is shown like an answer",
  (value) => {
    expect(shapeOfDatum(value)).toEqual({ kind: "answer" });
  },
);
