import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import { plantConnection } from "@/testing/plant-connection";
import { Inbox } from "./inbox";
import { processInbox } from "./process-inbox";
import { type NewDelivery, storeDeliveries } from "./store-deliveries";

const BASE = Date.now() + 3_600_000;
const STATUSES = ["pending", "approved", "rejected", "revision_requested", "cancelled"];

type Step = { participant: number; status: string; second: number };
type Copy = { step: number; salt: number };

/** What happened at Revento, in its order there, and the order in which copies of it reach us. */
const traffic = fc
  .array(fc.record({ participant: fc.nat(9), status: fc.constantFrom(...STATUSES) }), {
    minLength: 20,
    maxLength: 80,
  })
  .map((steps) => steps.map((step, second): Step => ({ ...step, second })))
  .chain((steps) => {
    const once = steps.map((_, step): Copy => ({ step, salt: 0 }));
    const again = fc.array(fc.record({ step: fc.nat(steps.length - 1), salt: fc.nat(2) }), {
      maxLength: 40,
    });
    return again.chain((copies) =>
      fc.record({
        steps: fc.constant(steps),
        arrivals: fc.shuffledSubarray([...once, ...copies], {
          minLength: once.length + copies.length,
        }),
        readAfter: fc.nat(steps.length - 1),
      }),
    );
  });

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}

/** The same delivery; another salt is a retry, stamped and signed anew (contract 6.6). */
function deliveryOf(
  eventId: string,
  { participant, status, second }: Step,
  salt: number,
): NewDelivery {
  const id = `${eventId}/${second}`;
  const occurredAt = new Date(BASE + second * 1_000);
  const envelope = {
    id,
    type: "application.approved",
    occurred_at: occurredAt.toISOString(),
    event_id: eventId,
    organization_id: "org_a",
    data: { id: `app_${participant}`, participant_id: `ptp_${participant}`, status },
  };
  return {
    eventId,
    deliveryId: uuidOf(id),
    signedAt: new Date(),
    signature: createHash("sha256").update(`${id}/${salt}`).digest(),
    type: envelope.type,
    envelopeId: id,
    occurredAt,
    body: Buffer.from(JSON.stringify(envelope)),
  };
}

/** The state after the first `count` steps, as a page of the API would show it. */
function stateAfter(steps: Step[], count: number): Map<string, string> {
  return new Map(steps.slice(0, count).map((step) => [`ptp_${step.participant}`, step.status]));
}

async function readThroughApi(eventId: string, steps: Step[], count: number): Promise<void> {
  const versionAt = new Date(BASE + (count - 1) * 1_000);
  const rows = [...stateAfter(steps, count)].map(([participantId, status]) => ({
    snapshot: { participantId, status },
    versionAt,
    exact: false,
  }));
  await withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    const origin = { source: "reconcile", kind: "reconcile", runId: randomUUID() } as const;
    await mirrorParticipants(sql, eventId, rows, origin);
  });
}

test("whatever comes in whatever order, however often, beside two workers and a reconcile, ends in the newest state with true counts", async () => {
  await fc.assert(
    fc.asyncProperty(traffic, async ({ steps, arrivals, readAfter }) => {
      const eventId = await plantConnection();
      const inboxes = [new Inbox(storeDeliveries), new Inbox(storeDeliveries)];
      const sent = arrivals.map(async ({ step, salt }, at) => {
        const told = steps[step];
        await new Promise((resolve) => setTimeout(resolve, at % 20));
        if (told) await inboxes[at % 2]?.add(deliveryOf(eventId, told, salt));
      });
      const read = readThroughApi(eventId, steps, readAfter + 1);
      await Promise.all([...sent, read, processInbox(), processInbox()]);
      await Promise.all([processInbox(), processInbox()]);
      await processInbox();

      const seen = await withEventSql(eventId, async (sql) => {
        const all = async (text: string) => (await sql.query(text, [eventId])).rows;
        return {
          rows: await all("SELECT participant_id, status FROM participants WHERE event_id = $1"),
          counts: await all(
            "SELECT status, count FROM participant_counts WHERE event_id = $1 AND count <> 0 ORDER BY status",
          ),
          groups: await all(
            "SELECT status, count(*)::int AS count FROM participants WHERE event_id = $1 AND removed_at IS NULL GROUP BY 1 ORDER BY 1",
          ),
          deliveries: await all("SELECT state, attempts FROM deliveries WHERE event_id = $1"),
        };
      });
      const final = new Map(seen.rows.map((row) => [row.participant_id, row.status]));
      expect(final).toEqual(stateAfter(steps, steps.length));
      expect(seen.counts).toEqual(seen.groups);
      expect(seen.deliveries).toEqual(steps.map(() => ({ state: "processed", attempts: 1 })));
    }),
    { numRuns: 15 },
  );
});
