import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { decodeListCursor, encodeListCursor } from "./list-cursor";
import { Parameters } from "./parameters";
import { NOBODY } from "./reader";
import { ReviewSides } from "./review-sides";
import { sortTerms } from "./sort-terms";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
function decode(cursor: string, sort: string[]) {
  const to = new Parameters();
  const sides = new ReviewSides("$1", NOBODY, to);
  return decodeListCursor(
    cursor,
    sort,
    sortTerms(sort, () => "rank", to, sides),
  );
}

describe("a cursor", () => {
  test.each([
    { sort: ["-submitted"], keys: ["2026-03-01T10:00:00.000Z"], id: "ptp_1" },
    { sort: ["submitted"], keys: [null], id: "ptp_1" },
    { sort: ["name"], keys: ["žofia ' \" \\ % _"], id: "ptp_ž" },
    {
      sort: ["-answers.age", "status"],
      keys: ["-12.500000000000", null, "0", "pending"],
      id: "ptp_1",
    },
    { sort: [], keys: ["3", "2026-03-01T10:00:00.000Z"], id: "ptp_1" },
  ])("comes back as it was: %o", ({ sort, keys, id }) => {
    expect(decode(encodeListCursor(sort, { keys, id }), sort)).toEqual({ keys, id });
  });

  test.each([
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["no list", encode({ sort: "name" })],
    ["of another sort", encode([["-name"], ["a"], "ptp_1"])],
    ["of more keys", encode([["name"], ["a", "b"], "ptp_1"])],
    ["of no key", encode([["name"], [], "ptp_1"])],
    ["with a NUL", encode([["name"], ["a\0"], "ptp_1"])],
    ["without a participant", encode([["name"], ["a"], ""])],
    ["without a name in a list by name", encode([["name"], [null], "ptp_1"])],
    ["with a number for a name", encode([["name"], [1], "ptp_1"])],
    ["too long", encode([["name"], ["a".repeat(5_000)], "ptp_1"])],
  ])("%s is refused as invalid", (_, cursor) => {
    expect(() => decode(cursor, ["name"])).toThrow(AppError);
  });

  test.each([
    ["-updated", "yesterday"],
    ["updated", "0000-01-01T00:00:00Z"],
  ])("of %s at %s is refused, so that the database never has to", (sort, key) => {
    expect(() => decode(encode([[sort], [key], "ptp_1"]), [sort])).toThrow(/does not continue/);
  });

  test.each(["NaN", "1e400", "Infinity", "9".repeat(40), ""])(
    "at the number %s is refused, so that the database never has to",
    (key) => {
      const cursor = encode([["answers.age"], [key, null], "ptp_1"]);
      expect(() => decode(cursor, ["answers.age"])).toThrow(/does not continue/);
    },
  );
});
