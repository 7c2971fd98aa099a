import { expect, test } from "vitest";
import type { ApplicationView } from "@/lib/participants/participant-view";
import { changedRows, newsOf } from "./use-changed-rows";

const row = (participantId: string, writtenAt: string, status = "approved"): ApplicationView => ({
  id: `app_${participantId}`,
  participantId,
  role: null,
  status,
  name: participantId === "ana" ? "Ana" : null,
  email: `${participantId}@example.org`,
  fields: {},
  submittedAt: null,
  registeredAt: null,
  lastReviewAction: null,
  lastReviewedAt: null,
  lastReviewerId: null,
  updatedAt: null,
  writtenAt,
  freshness: { source: "webhook", at: writtenAt, confirmedAt: writtenAt, state: "fresh" },
});

test("a row glows when it changed, not when it merely came onto the page", () => {
  const before = new Map([
    ["ana", "1"],
    ["ben", "1"],
  ]);
  const rows = [row("ana", "2"), row("ben", "1"), row("cleo", "1")];
  expect(changedRows(before, rows).map((each) => each.participantId)).toEqual(["ana"]);
});

test("one change is told by name and status, many by their number", () => {
  expect(newsOf([])).toBe("");
  expect(newsOf([row("ana", "1")])).toBe("Ana: Approved");
  expect(newsOf([row("ben", "1", "revision_requested")])).toBe(
    "ben@example.org: Revision requested",
  );
  const leaves = () => "No longer in this list";
  expect(newsOf([row("ana", "1")], leaves)).toBe("Ana: Approved. No longer in this list");
  expect(newsOf([row("ana", "1"), row("ben", "1")])).toBe("2 rows have changed");
});
