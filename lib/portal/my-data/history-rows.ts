import type { Sql } from "@/lib/db";
import { changedAnswers } from "@/lib/participants/excerpt";
import type { MyDatumView } from "@/lib/portal/my-data-view";
import { reviewerFor } from "./conceal-others";
import { datum } from "./datum";
import type { Change } from "./field-origin";
import { sourceOfKind } from "./source-words";

export type HistoryRow = Change & {
  status: string | null;
  actor_id: string | null;
  envelope_id: string | null;
};

/** As many as an event keeps of one participant (`lib/prune-event.ts`). */
const MOST_ENTRIES = 1_000;

/** What is remembered of one participant, newest first in the order of writing. */
export async function readHistoryRows(
  sql: Sql,
  eventId: string,
  participantId: string,
): Promise<HistoryRow[]> {
  const found = await sql.query<HistoryRow>(
    `SELECT kind, occurred_at, recorded_at, status, actor_id, changes, envelope_id
     FROM participant_history WHERE event_id = $1 AND participant_id = $2 ORDER BY id DESC LIMIT $3`,
    [eventId, participantId, MOST_ENTRIES],
  );
  return found.rows;
}

/** What no message told of, and a read found. */
const FOUND_BY_READS = new Set(["sync", "reconcile", "portal"]);
const FOUND = "Found changed in Revento";

/** An entry as the person may see it: who decided stays "a reviewer". */
export function viewHistory(userId: string, row: HistoryRow): MyDatumView {
  const { last_reviewer_id: reviewer, fields, ...changes } = row.changes;
  const value = {
    status: row.status,
    changes: {
      ...changes,
      ...(reviewer && { last_reviewer_id: reviewer.map((id) => shownReviewer(userId, id)) }),
    },
    ...(fields && { answers: changedAnswers(fields) }),
    by: reviewerFor(userId, row.actor_id),
    recordedAt: row.recorded_at.toISOString(),
    messageId: row.envelope_id,
  };
  return datum(
    FOUND_BY_READS.has(row.kind) ? FOUND : row.kind,
    value,
    sourceOfKind(row.kind),
    row.occurred_at,
  );
}

function shownReviewer(userId: string, id: unknown): string | null {
  return reviewerFor(userId, typeof id === "string" ? id : null);
}
