import type { Sql } from "@/lib/db";
import type { ConnectionDetailView } from "./connection-list-view";
import { maskChanges } from "./mask-changes";

const MOST = 30;

type Row = {
  participant_id: string;
  cause: string;
  at: Date;
  changes: Record<string, [unknown, unknown]> | null;
};

/** What the last daily checks of an event corrected, the newest first, masked as a body is. The caller authorizes. */
export async function readCorrections(
  sql: Sql,
  eventId: string,
): Promise<ConnectionDetailView["corrections"]> {
  const { rows } = await sql.query<Row>(
    `SELECT d.participant_id, d.cause, d.at, h.changes FROM drifts d
     LEFT JOIN LATERAL (
       SELECT changes FROM participant_history h
       WHERE h.event_id = $1 AND h.participant_id = d.participant_id AND h.kind = 'reconcile'
         AND h.recorded_at = d.at
       ORDER BY h.id DESC LIMIT 1) h ON true
     WHERE d.event_id = $1 ORDER BY d.at DESC, d.participant_id LIMIT ${MOST}`,
    [eventId],
  );
  return rows.map(({ participant_id, cause, at, changes }) => ({
    participantId: participant_id,
    cause,
    at: at.toISOString(),
    changes: maskChanges(changes ?? {}),
  }));
}
