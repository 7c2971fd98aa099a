import { z } from "zod";
import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { requireRole } from "@/lib/members/require-role";
import type { ApplicationDetailView, HistoryEntryView } from "./application-detail-view";
import { PARTICIPANT_COLUMNS, type ParticipantRow, viewParticipant } from "./view-participant";

type DetailRow = ParticipantRow & {
  user_id: string | null;
  last_review_action: string | null;
  last_reviewed_at: Date | null;
  last_reviewer_id: string | null;
  removed_at: Date | null;
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

const Input = z.object({
  eventId: z.string(),
  participantId: z
    .string()
    .max(200)
    .refine((id) => !id.includes("\0")),
});

/** One participant with all answers and history. Throws AppError `unauthenticated`, `not_found`. */
export async function getApplicationInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<ApplicationDetailView> {
  const { eventId, participantId } = Input.parse(raw);
  await requireRole(actor, eventId, "viewer");
  return withEventSql(eventId, async (sql) => {
    const row = await readDetail(sql, eventId, participantId);
    if (!row) throw new AppError("not_found", "There is no such participant in this event.");
    const recorded = await readHistory(sql, eventId, participantId);
    return {
      ...viewParticipant(row),
      userId: row.user_id,
      applicationId: row.application_id,
      removedAt: row.removed_at?.toISOString() ?? null,
      history: [...recorded, ...untoldFacts(row, recorded)].sort((a, b) =>
        b.at.localeCompare(a.at),
      ),
    };
  });
}

async function readDetail(sql: Sql, eventId: string, participantId: string) {
  const found = await sql.query<DetailRow>(
    `SELECT ${PARTICIPANT_COLUMNS.join(", ")}, user_id, last_review_action, last_reviewed_at,
       last_reviewer_id, removed_at
     FROM participants WHERE event_id = $1 AND participant_id = $2`,
    [eventId, participantId],
  );
  return found.rows[0];
}

async function readHistory(sql: Sql, eventId: string, participantId: string) {
  const found = await sql.query<HistoryRow>(
    `SELECT id::text, occurred_at, recorded_at, kind, status, actor_id, changes
     FROM participant_history WHERE event_id = $1 AND participant_id = $2
     ORDER BY occurred_at DESC, id DESC LIMIT 200`,
    [eventId, participantId],
  );
  return found.rows.map(
    (row): HistoryEntryView => ({
      id: row.id,
      at: row.occurred_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      kind: row.kind,
      status: row.status,
      actorId: row.actor_id,
      changes: row.changes,
    }),
  );
}

/** What the row itself says happened before Foyer was there to record it. */
function untoldFacts(row: DetailRow, recorded: HistoryEntryView[]): HistoryEntryView[] {
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
    const { last_review_action: action, last_reviewed_at: at, last_reviewer_id: by } = row;
    tell(`application.${action}`, at, action, by);
  }
  return facts;
}
