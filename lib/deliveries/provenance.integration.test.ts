import { afterAll, beforeEach, expect, test } from "vitest";
import { deliverFromSandbox } from "@/testing/deliver-from-sandbox";
import { seatIn } from "@/testing/members-of-event";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { act, connect, inEvent, requestReconcile, reset, run } = await syncWorld(sandbox, EVENT);
const { listApplicationsInEvent } = await import("@/lib/participants/list-applications-in-event");

afterAll(() => sandbox.close());
beforeEach(reset);

async function freshnessOf(participantId: string) {
  const viewer = await seatIn(EVENT, "viewer");
  const { rows } = await listApplicationsInEvent(viewer, { eventId: EVENT, limit: 100 });
  return rows.find((row) => row.participantId === participantId)?.freshness;
}
const brought = (table: string) =>
  inEvent(async (sql) => {
    const { rows } = await sql.query(
      `SELECT DISTINCT brought_by_delivery AS delivery, brought_by_run AS run,
         brought_on_page > 0 AS "hasPage"
       FROM ${table} WHERE event_id = $1`,
      [EVENT],
    );
    return rows;
  });

test("every row names the run and the page that brought it, or the delivery that changed it", async () => {
  const runId = await connect();
  await run(runId);
  expect(await freshnessOf("ptp_harbor_1")).toMatchObject({ runId, page: 8, state: "fresh" });
  for (const table of ["events", "program_days", "threads", "locations", "activities"]) {
    expect(await brought(table), table).toEqual([{ delivery: null, run: runId, hasPage: true }]);
  }

  await act("update_profile", { participant_id: "ptp_harbor_1", display_name: "Renamed" });
  await deliverFromSandbox(sandbox, EVENT, "participant.profile_updated");
  const after = await freshnessOf("ptp_harbor_1");
  expect(after).toMatchObject({ source: "webhook", deliveryId: expect.any(String) });
  expect(after).not.toHaveProperty("runId");

  await run(await requestReconcile());
  expect(await freshnessOf("ptp_harbor_1")).toMatchObject({
    source: "webhook",
    deliveryId: after?.deliveryId,
  });
});

test.each([
  ["missing_since = now()", "stale", "0 hours"],
  ["stale_since = now(), stale_hash = 'x'", "stale", "0 hours"],
  ["confirmed_at = now() - interval '37 hours'", "stale", "37 hours"],
  ["confirmed_at = now() - interval '35 hours'", "fresh", "37 hours"],
  ["confirmed_at = now() - interval '37 hours'", "fresh", "35 hours"],
])("a row with %s is %s, the last full read %s ago", async (set, state, lastRead) => {
  await run(await connect());
  await inEvent(async (sql) => {
    await sql.query(`UPDATE participants SET ${set} WHERE event_id = $1`, [EVENT]);
    await sql.query("UPDATE full_reads SET started_at = now() - $2::interval WHERE event_id = $1", [
      EVENT,
      lastRead,
    ]);
  });
  expect(await freshnessOf("ptp_harbor_1")).toMatchObject({ state });
});
