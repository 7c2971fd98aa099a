import { describe, expect, test } from "vitest";
import type { PersonEntryView } from "@/lib/insights/feed-view";
import { personWords, syncWords } from "./feed-words";

const ENTRY: PersonEntryView = {
  source: "person",
  id: "1",
  at: "2026-06-01T12:00:00.000Z",
  occurredAt: "2026-06-01T12:00:00.000Z",
  participantId: "ptp_1",
  name: "Ana",
  hasApplied: true,
  kind: "application.approved",
  status: "approved",
  changed: ["status"],
  isRemoved: null,
  actorId: null,
};

describe("an organizer reads", () => {
  test.each([
    [{}, "was approved", null],
    [{ kind: "reconcile", status: "cancelled" }, "cancelled", /daily check/],
    [{ kind: "reconcile", status: "wait_listed" }, "is now: wait listed", /daily check/],
    [{ kind: "reconcile", changed: ["removed"], isRemoved: true }, "is gone from Revento", /daily/],
    [{ kind: "reconcile", changed: [] }, "is new here", /daily check/],
    [{ kind: "portal", changed: ["fields"] }, "changed their answers", /portal/],
    [{ kind: "participant.renamed", changed: ["name"] }, "changed", null],
  ])("of %j: %s", (some, verb, how) => {
    const words = personWords({ ...ENTRY, ...some });
    expect(words.verb).toBe(verb);
    if (how === null) expect(words.how).toBeNull();
    else expect(words.how).toMatch(how);
  });

  test("what a full read came to", () => {
    const read = { source: "sync", id: "1", at: ENTRY.at, state: "completed", rows: 43 } as const;
    expect(syncWords({ ...read, kind: "sync", corrected: 0 })).toMatch(/read.*43 people/);
    expect(syncWords({ ...read, kind: "reconcile", corrected: 2 })).toMatch(/2 corrected/);
    expect(syncWords({ ...read, kind: "sync", state: "failed", corrected: 0 })).toMatch(/failed/);
  });
});
