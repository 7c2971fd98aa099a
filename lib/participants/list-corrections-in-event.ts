import { z } from "zod";
import { CursorMoment, decodeCursor, encodeCursor } from "@/lib/cursor";
import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";
import type { CorrectionListView, CorrectionView } from "./correction-view";
import { maskChanges } from "./mask";
import { viewChanges } from "./read-history";

const Input = z.object({
  eventId: z.string(),
  cursor: z.string().max(2_000).nullish(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const Place = z.tuple([CursorMoment, storableText(300).min(1)]);

type Row = {
  participant_id: string;
  name: string | null;
  has_applied: boolean;
  cause: string;
  at: Date;
  run_id: string;
  changes: Record<string, [unknown, unknown]> | null;
};

/**
 * What the daily checks of an event found different and corrected, the newest first, with what the history kept of
 * each change. Throws ZodError or AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function listCorrectionsInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<CorrectionListView> {
  return readWithPermission(actor, raw.eventId, "people.read", async (sql, { sight }) => {
    const { eventId, cursor, limit } = Input.parse(raw);
    const found = await readCorrections(
      sql,
      eventId,
      cursor ? decodeCursor(cursor, Place) : null,
      limit + 1,
    );
    const rows = found.slice(0, limit).map((row) => {
      const correction = maskChanges(sight, viewCorrection(row));
      return sight.name ? correction : { ...correction, name: null };
    });
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, nextCursor: last ? encodeCursor([last.at, last.participantId]) : null };
  });
}

/** The history's entry of a correction was recorded in the same transaction. */
async function readCorrections(
  sql: Sql,
  eventId: string,
  place: z.output<typeof Place> | null,
  limit: number,
): Promise<Row[]> {
  const found = await sql.query<Row>(
    `SELECT d.participant_id, p.name, p.application_id IS NOT NULL AS has_applied, d.cause, d.at,
       d.run_id, h.changes
     FROM drifts d
     LEFT JOIN participants p ON p.event_id = $1 AND p.participant_id = d.participant_id
     LEFT JOIN LATERAL (
       SELECT changes FROM participant_history h
       WHERE h.event_id = $1 AND h.participant_id = d.participant_id AND h.kind = 'reconcile'
         AND h.recorded_at = d.at
       ORDER BY h.id DESC LIMIT 1) h ON true
     WHERE d.event_id = $1 AND d.cause <> 'not_stored' AND ($2::timestamptz IS NULL
       OR d.at < $2 OR (d.at = $2 AND d.participant_id > $3))
     ORDER BY d.at DESC, d.participant_id LIMIT $4`,
    [eventId, place?.[0] ?? null, place?.[1] ?? null, limit],
  );
  return found.rows;
}

function viewCorrection(row: Row): CorrectionView {
  return {
    participantId: row.participant_id,
    name: row.name,
    hasApplied: row.has_applied,
    cause: row.cause,
    at: row.at.toISOString(),
    runId: row.run_id,
    ...viewChanges(row.changes ?? {}),
  };
}
