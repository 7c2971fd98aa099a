import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { listCorrectionsInEvent } from "./list-corrections-in-event";

let eventId: string;
let viewer: Actor;

beforeEach(async () => {
  eventId = await plantConnection();
  viewer = await seatIn(eventId, "viewer");
});

/** A correction as a reconcile leaves it: the difference, and the history's entry of the same transaction. */
async function correct(id: string, cause: string, minutesAgo: number, changes: object | null) {
  const at = new Date(Date.now() - minutesAgo * 60_000);
  const runId = randomUUID();
  await plantRow(eventId, "sync_runs", { id: runId, kind: "reconcile", state: "completed" });
  const person = { name: `Name of ${id}`, version_at: at, updated_at: at, source: "reconcile" };
  await plantRow(eventId, "participants", { participant_id: id, ...person, confirmed_at: at });
  await plantRow(eventId, "drifts", { run_id: runId, participant_id: id, cause, fields: [], at });
  if (!changes) return;
  await plantRow(eventId, "participant_history", {
    participant_id: id,
    occurred_at: at,
    recorded_at: at,
    kind: "reconcile",
    changes: JSON.stringify(changes),
  });
}

test("corrections come newest first, each with what was there before and after", async () => {
  await correct("ptp_1", "cancelled", 5, { status: ["approved", "cancelled"] });
  await correct("ptp_2", "removed_there", 1, null);
  await correct("ptp_3", "not_stored", 0, null);
  const { rows, nextCursor } = await listCorrectionsInEvent(viewer, { eventId });
  expect(rows.map(({ participantId, cause, changes }) => [participantId, cause, changes])).toEqual([
    ["ptp_2", "removed_there", {}],
    ["ptp_1", "cancelled", { status: ["approved", "cancelled"] }],
  ]);
  expect(nextCursor).toBeNull();
});

test("older ones come with the cursor, none twice and none left out", async () => {
  for (let n = 0; n < 7; n += 1) await correct(`ptp_${n}`, "missed_delivery", n % 3, null);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listCorrectionsInEvent(viewer, { eventId, cursor, limit: 2 });
    seen.push(...page.rows.map(({ participantId }) => participantId));
    cursor = page.nextCursor;
  } while (cursor);
  expect([...seen].sort()).toEqual(Array.from({ length: 7 }, (_, n) => `ptp_${n}`));
});

test("a stranger finds nothing, and a cursor that is none is refused", async () => {
  const stranger = await seatIn(await plantConnection(), "owner");
  await expect(listCorrectionsInEvent(stranger, { eventId })).rejects.toMatchObject({
    code: "not_found",
  });
  const places = ['["no","p"]', '["0000-01-01T00:00:00Z","p"]'];
  for (const cursor of ["x", ...places.map((one) => Buffer.from(one).toString("base64url"))]) {
    await expect(listCorrectionsInEvent(viewer, { eventId, cursor })).rejects.toMatchObject({
      code: "invalid",
    });
  }
  const rows = await withEventSql(eventId, (sql) => sql.query("SELECT 1 FROM drifts"));
  expect(rows.rowCount).toBe(0);
});
