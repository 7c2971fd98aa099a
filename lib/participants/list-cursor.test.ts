import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { decodeListCursor, encodeListCursor, type ListCursor } from "./list-cursor";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  test.each<ListCursor>([
    { sort: "-submitted", key: "2026-03-01T10:00:00.000Z", id: "ptp_1" },
    { sort: "submitted", key: null, id: "ptp_1" },
    { sort: "name", key: "žofia ' \" \\ % _", id: "ptp_ž" },
  ])("comes back as it was: %o", (cursor) => {
    expect(decodeListCursor(encodeListCursor(cursor), cursor.sort)).toEqual(cursor);
  });

  test.each([
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["no list", encode({ sort: "name" })],
    ["of another sort", encode(["-name", "a", "ptp_1"])],
    ["with a NUL", encode(["name", "a\0", "ptp_1"])],
    ["without a participant", encode(["name", "a", ""])],
    ["without a name in a list by name", encode(["name", null, "ptp_1"])],
    ["with a number for a name", encode(["name", 1, "ptp_1"])],
    ["too long", encode(["name", "a".repeat(5_000), "ptp_1"])],
  ])("%s is refused as invalid", (_, cursor) => {
    expect(() => decodeListCursor(cursor, "name")).toThrow(AppError);
  });

  test("whose time is none is refused, so that the database never has to", () => {
    const cursor = encode(["-updated", "yesterday", "ptp_1"]);
    expect(() => decodeListCursor(cursor, "-updated")).toThrow(/does not continue/);
  });
});
