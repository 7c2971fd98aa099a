import { expect, test } from "vitest";
import { confirmingRead, originSentence, wayWord } from "./origin-words";

const AT = "2026-03-01T10:00:00.000Z";

test("what a delivery said came by webhook, whatever its type", () => {
  expect(wayWord("application.approved")).toBe("webhook");
  expect(wayWord("reconcile")).toBe("reconcile");
  expect(wayWord(null)).toBe("read from Revento");
});

test("the hint names the delivery's type, and claims no change of what only came", () => {
  expect(originSentence({ kind: "participant.profile_updated", at: AT, isFirst: false })).toBe(
    "Changed: webhook participant.profile_updated",
  );
  expect(originSentence({ kind: "sync", at: AT, isFirst: true })).toBe(
    "Unchanged since the first read",
  );
  expect(originSentence({ kind: null, at: AT, isFirst: true })).toBe(
    "Unchanged since Foyer has it",
  );
});

test("a value is confirmed by a read that came after it, never by one before", () => {
  const origin = { kind: "application.approved", at: AT, isFirst: false };
  const readAt = (at: string | null) =>
    confirmingRead(origin, { at: AT, by: null, lastRead: { kind: "reconcile", at } });
  expect(readAt("2026-03-02T03:10:00.000Z")).toEqual({
    kind: "reconcile",
    at: "2026-03-02T03:10:00.000Z",
  });
  expect(readAt("2026-03-01T03:10:00.000Z")).toBeNull();
  expect(readAt(null)).toBeNull();
  expect(confirmingRead(origin, { at: AT, by: null, lastRead: null })).toBeNull();
});
