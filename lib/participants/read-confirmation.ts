import type { Sql } from "@/lib/db";
import type { ConfirmationView } from "./application-detail-view";

/** A message's entry and the row it confirms are written in one transaction: this far apart at most. */
const ONE_TRANSACTION_MS = 2_000;

type ConfirmationRow = {
  run_kind: string | null;
  started_at: Date | null;
  finished_at: Date | null;
  message_kind: string | null;
  recorded_at: Date | null;
};

type Confirmed = { participant_id: string; confirmed_at: Date };

/**
 * How the row was last confirmed. Nothing stores it, so it is concluded from what the confirmation left
 * beside it: the entry of a message at the same moment, or a full read that was under way then.
 * Where both fit, or neither, it stays untold.
 */
export async function readConfirmation(
  sql: Sql,
  eventId: string,
  { participant_id: participantId, confirmed_at: at }: Confirmed,
): Promise<ConfirmationView> {
  const found = await sql.query<ConfirmationRow>(
    `SELECT r.kind AS run_kind, r.started_at, r.finished_at, h.kind AS message_kind, h.recorded_at
     FROM (VALUES (true)) AS one
     LEFT JOIN LATERAL (
       SELECT kind, started_at, finished_at FROM sync_runs
       WHERE event_id = $1 AND state IN ('running', 'completed') AND started_at <= $3
       ORDER BY started_at DESC LIMIT 1
     ) r ON true
     LEFT JOIN LATERAL (
       SELECT kind, recorded_at FROM participant_history
       WHERE event_id = $1 AND participant_id = $2 AND kind NOT IN ('sync', 'reconcile')
         AND recorded_at <= $3
       ORDER BY recorded_at DESC, id DESC LIMIT 1
     ) h ON true`,
    [eventId, participantId, at],
  );
  const row = found.rows[0];
  const isInRead = row ? wasUnderWay(row, at) : false;
  const isMessage = row ? isOfOneMoment(row, at) : false;
  const sayer = isInRead ? row?.run_kind : row?.message_kind;
  const seenAt = isInRead ? at : row?.finished_at;
  return {
    at: at.toISOString(),
    by: isInRead === isMessage ? null : (sayer ?? null),
    lastRead: row?.run_kind ? { kind: row.run_kind, at: seenAt?.toISOString() ?? null } : null,
  };
}

function wasUnderWay({ started_at: from, finished_at: to }: ConfirmationRow, at: Date): boolean {
  return from !== null && from <= at && (to === null || at <= to);
}

function isOfOneMoment({ recorded_at: recorded }: ConfirmationRow, at: Date): boolean {
  return recorded !== null && at.getTime() - recorded.getTime() <= ONE_TRANSACTION_MS;
}
