import type { Sql } from "@/lib/db";
import type { HistoryEntryView } from "./application-detail-view";

/** What the row itself tells of the past. */
export type ToldByRow = {
  participant_id: string;
  submitted_at: Date | null;
  registered_at: Date | null;
  last_review_action: string | null;
  last_reviewed_at: Date | null;
  last_reviewer_id?: string | null;
};

type HistoryRow = {
  id: string;
  occurred_at: Date;
  recorded_at: Date;
  kind: string;
  status: string | null;
  actor_id: string | null;
  changes: Record<string, [unknown, unknown]>;
};

/**
 * What happened to a participant, newest first: the 200 newest entries of the record, and what the row
 * itself says happened before Foyer was there to record it.
 */
export async function readHistory(
  sql: Sql,
  eventId: string,
  row: ToldByRow,
): Promise<HistoryEntryView[]> {
  const found = await sql.query<HistoryRow>(
    `SELECT id::text, occurred_at, recorded_at, kind, status, actor_id, changes
     FROM participant_history WHERE event_id = $1 AND participant_id = $2
     ORDER BY occurred_at DESC, id DESC LIMIT 200`,
    [eventId, row.participant_id],
  );
  const recorded = found.rows.map(
    (entry): HistoryEntryView => ({
      id: entry.id,
      at: entry.occurred_at.toISOString(),
      recordedAt: entry.recorded_at.toISOString(),
      kind: entry.kind,
      status: entry.status,
      actorId: entry.actor_id,
      changes: entry.changes,
    }),
  );
  return [...recorded, ...untoldFacts(row, recorded)].sort((a, b) => b.at.localeCompare(a.at));
}

function untoldFacts(row: ToldByRow, recorded: HistoryEntryView[]): HistoryEntryView[] {
  const isTold = (kind: string, at: Date) =>
    recorded.some((entry) => entry.kind === kind && entry.at === at.toISOString());
  const facts: HistoryEntryView[] = [];
  const tell = (kind: string, at: Date | null, status: string | null, actorId: string | null) => {
    if (!at || isTold(kind, at)) return;
    const told = { id: kind, at: at.toISOString(), recordedAt: null, kind, status, actorId };
    facts.push({ ...told, changes: {} });
  };
  tell("application.submitted", row.submitted_at, "pending", null);
  tell("participant.registered", row.registered_at, null, null);
  if (row.last_review_action) {
    const { last_review_action: action, last_reviewed_at: at, last_reviewer_id: by = null } = row;
    tell(`application.${action}`, at, action, by);
  }
  return facts;
}
