import { expect, test } from "vitest";
import type { MyHistoryEntryView } from "@/lib/portal/me-view";
import { ownChanges, ownHistoryWords } from "./own-history";

function entry(
  kind: string,
  changes: MyHistoryEntryView["changes"],
  answers: MyHistoryEntryView["answers"] = {},
): MyHistoryEntryView {
  return { id: "1", at: "2026-11-01T10:00:00.000Z", kind, status: null, changes, answers };
}

test("what happened is told to the person it happened to", () => {
  expect(ownHistoryWords("application.submitted")).toBe("You applied");
  for (const kind of ["sync", "reconcile", "portal"]) {
    expect(ownHistoryWords(kind)).toBe("It was found changed in Revento");
  }
  for (const kind of ["application.wait_listed", "constructor"]) {
    expect(ownHistoryWords(kind)).toBe("Revento reported a change");
  }
});

test("answers that changed are told one by one", () => {
  const answers: MyHistoryEntryView["answers"] = {
    track: ["Makers", "Glazba"],
    note: ["x", undefined],
  };
  expect(ownChanges(entry("participant.profile_updated", {}, answers))).toEqual([
    "Track: Makers, now Glazba",
    "Note: x, now nothing",
  ]);
});

test("a decision says its status once, and nothing of who made it", () => {
  const changes: MyHistoryEntryView["changes"] = {
    status: ["pending", "approved"],
    last_reviewer_id: [null, "usr_ana"],
    last_reviewed_at: [null, "2026-11-01T10:00:00Z"],
  };
  expect(ownChanges(entry("application.approved", changes))).toEqual([]);
  expect(ownChanges(entry("reconcile", changes))).toEqual(["Status: Pending, now Approved"]);
});
