import { expect, test } from "vitest";
import type { TrailEntryView } from "@/lib/connections/trail-view";
import { trailWords } from "./trail-words";

const ENTRY: TrailEntryView = {
  id: "1",
  at: "2026-06-01T12:00:00.000Z",
  by: "operator",
  action: "glass.broken",
  reason: "a participant complained",
  state: null,
  cause: null,
  days: null,
  exported: null,
};

test("an organizer reads that Foyer's staff opened payloads, for how long, and why", () => {
  expect(trailWords(ENTRY)).toEqual({
    title: "Foyer's staff opened payloads for 15 minutes",
    notes: ["Reason: a participant complained"],
  });
});

test("a file that somebody took is told with what it held", () => {
  const exported = { list: "applications", format: "xlsx", rows: 1_200 };
  const took = { ...ENTRY, by: "member" as const, action: "list.exported", reason: null, exported };
  expect(trailWords(took)).toEqual({ title: "1,200 applications exported as XLSX", notes: [] });
  const copied = { ...took, exported: { ...exported, format: "emails" } };
  expect(trailWords(copied).title).toBe("E-mail addresses of 1,200 applications copied");
});

test("an end is told with its cause, a warning with its days", () => {
  const ended = { ...ENTRY, action: "connection.ended", state: "revoked", cause: "not_listed" };
  expect(trailWords({ ...ended, reason: null }).notes[0]).toMatch(/does not list Foyer/);
  const warned = { ...ENTRY, action: "connection.consent_ends_soon", days: 7 };
  expect(trailWords(warned).title).toMatch(/within 7 days/);
});
