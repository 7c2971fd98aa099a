import { expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { getInsightsInEvent } from "@/lib/insights/get-insights-in-event";
import { recordChange } from "@/lib/live/record-change";
import type { Actor } from "@/lib/members/actor";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";

const PEOPLE = 60;
const READS = 60;

async function eventWithPending(): Promise<{ eventId: string; actor: Actor }> {
  const eventId = await plantConnection();
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, status, fields, submitted_at,
         updated_at, version_at, source, confirmed_at)
       SELECT $1, 'ptp_' || n, 'app_' || n, 'pending', '{}', now() - n * interval '1 hour', now(), now(), 'sync', now()
       FROM generate_series(1, $2::int) AS n`,
      [eventId, PEOPLE],
    ),
  );
  return { eventId, actor: await seatIn(eventId, "owner") };
}

test("all numbers of one answer are of one moment, while somebody approves in a loop", async () => {
  const { eventId, actor } = await eventWithPending();
  let isOver = false;
  let writes = 0;
  const approve = async () => {
    while (!isOver) {
      const status = writes % 2 === 0 ? "approved" : "pending";
      await withEventSql(eventId, async (sql) => {
        await sql.query("UPDATE participants SET status = $2 WHERE event_id = $1", [
          eventId,
          status,
        ]);
        await recordChange(sql, eventId, "participants", []);
      });
      writes += 1;
    }
  };
  const approving = approve();
  try {
    for (let read = 0; read < READS; read += 1) {
      const { funnel, overTime } = await getInsightsInEvent(actor, { eventId });
      const approved = overTime.steps.reduce(
        (sum, { byStatus }) => sum + (byStatus.approved?.count ?? 0),
        overTime.before.count + overTime.after.count,
      );
      expect(approved).toBe(funnel.approved.count);
      const list = await listApplicationsInEvent(actor, { eventId, address: "", limit: 100 });
      const { approved: counted = 0 } = list.facets?.status ?? {};
      expect(list.rows.filter(({ status }) => status === "approved")).toHaveLength(counted);
      expect(list.total).toBe(PEOPLE);
    }
  } finally {
    isOver = true;
    await approving;
  }
  expect(writes).toBeGreaterThan(READS);
});
