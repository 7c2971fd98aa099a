import { expect, test } from "vitest";
import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";
import { roughly, syncSentence } from "./sync-words";

const PROGRESS: SyncProgressView = {
  runId: "1",
  kind: "sync",
  state: "running",
  resource: "participants",
  rows: 1_250,
  isVerifying: false,
  expectedRows: 2_000,
  percent: 62,
  secondsLeft: 60,
  pages: 25,
  startedAt: null,
  finishedAt: null,
  error: null,
  waitingUntil: null,
};

test("a running sync says how far it is", () => {
  expect(syncSentence(PROGRESS)).toContain("1,250 of 2,000");
  expect(syncSentence({ ...PROGRESS, expectedRows: null })).toContain("1,250 so far");
  expect(syncSentence({ ...PROGRESS, resource: "activities" })).toContain("the activities");
  expect(syncSentence({ ...PROGRESS, waitingUntil: "2026-01-01T00:00:00Z" })).toMatch(
    /1,250 of 2,000.*limits/,
  );
});

test("while Revento is down the wait is not called a matter of budgets (contract 1.7)", () => {
  const waiting = { ...PROGRESS, waitingUntil: "2026-01-01T00:00:00Z" };
  expect(syncSentence({ ...waiting, error: "connection_failed" })).toMatch(/does not answer/);
});

test.each([
  [3, "a few seconds left"],
  [12, "about 20 seconds left"],
  [95, "about 2 minutes left"],
  [4_000, "about 67 minutes left"],
  [14_000, "about 4 hours left"],
])("%d seconds are %s", (seconds, words) => {
  expect(roughly(seconds)).toBe(words);
});

test("a read after a new connection says that it verifies what is there, and not how little it has read", () => {
  const again = { ...PROGRESS, rows: 50, isVerifying: true };
  expect(syncSentence(again)).toBe(
    "Checking with Revento what Foyer had read before: 50 so far. Nothing of it is lost.",
  );
});
