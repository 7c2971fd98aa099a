import { expect, test } from "vitest";
import type { HistoryEntryView } from "@/lib/participants/application-detail-view";
import { entryChanges } from "./entry-changes";

function entry(
  changes: HistoryEntryView["changes"],
  answers: HistoryEntryView["answers"] = {},
): HistoryEntryView {
  const at = "2026-03-01T10:00:00.000Z";
  const told = { id: "1", at, recordedAt: at, kind: "reconcile", status: null, actorId: null };
  return { ...told, changes, answers };
}

test("an entry tells what it changed field by field, answers one by one", () => {
  const changes = entryChanges(
    entry(
      { status: ["pending", "approved"] },
      { diet: ["none", "vegan"], crew: [undefined, true] },
    ),
  );
  expect(changes).toEqual([
    { column: "status", word: "Status", before: "pending", after: "approved" },
    { column: "answer", word: "Diet", before: "none", after: "vegan" },
    { column: "answer", word: "Crew", before: undefined, after: true },
  ]);
});

test("somebody who was removed is no longer listed", () => {
  expect(entryChanges(entry({ removed: [false, true] }))).toEqual([
    { column: "removed", word: "Listed in Revento", before: true, after: false },
  ]);
});
