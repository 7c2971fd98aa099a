import { z } from "zod";
import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { applicationAddress } from "@/lib/revento/application-address";
import type { CutsView } from "@/lib/revento/cuts-view";
import { storableText } from "@/lib/storable-text";
import type { ApplicationDetailView, OtherApplicationView } from "./application-detail-view";
import { excerptOfAnswers } from "./excerpt";
import { readReviewMarks } from "./list/read-review-marks";
import { maskChanges, maskProvenance, maskRow } from "./mask";
import { readConfirmation } from "./read-confirmation";
import { readHistory } from "./read-history";
import { readProvenance } from "./read-provenance";
import { type ParticipantRow, participantColumns, viewParticipant } from "./view-participant";

type DetailRow = ParticipantRow & {
  user_id: string | null;
  removed_at: Date | null;
  missing_since: Date | null;
  first_seen_at: Date;
  cuts: CutsView | null;
};

const Input = z.object({
  eventId: z.string(),
  participantId: storableText(200),
});

/**
 * One participant with answers and history, where each value comes from and how fresh it is. Long answers
 * are cut: `getAnswerInEvent` reads the rest. Throws AppError `unauthenticated`, `not_found`.
 */
export async function getApplicationInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<ApplicationDetailView> {
  const { eventId, participantId } = Input.parse(raw);
  return readWithPermission(actor, eventId, "people.read", async (sql, reader) => {
    const { sight } = reader;
    const found = await readDetail(sql, eventId, participantId);
    if (!found) throw new AppError("not_found", "There is no such participant in this event.");
    const row = maskRow(sight, found);
    const { history, hasOlderHistory } = await readHistory(sql, eventId, row);
    const marks =
      sight.ratings === "none"
        ? undefined
        : await readReviewMarks(sql, eventId, [participantId], reader);
    return {
      ...viewParticipant(row),
      ...marks?.get(participantId),
      userId: row.user_id,
      applicationId: row.application_id,
      removedAt: row.removed_at?.toISOString() ?? null,
      missingSince: row.missing_since?.toISOString() ?? null,
      ...excerptOfAnswers(row.fields),
      cuts: sight.answers && sight.hidden.length === 0 ? row.cuts : null,
      otherApplications: await readOtherApplications(sql, eventId, row),
      history: history.map((entry) => maskChanges(sight, entry)),
      hasOlderHistory,
      provenance: maskProvenance(sight, await readProvenance(sql, eventId, row)),
      confirmation: await readConfirmation(sql, eventId, row),
      // Revento's page says who it is.
      reventoUrl:
        row.application_id && sight.name ? applicationAddress(eventId, row.application_id) : null,
    };
  });
}

async function readDetail(sql: Sql, eventId: string, participantId: string) {
  const found = await sql.query<DetailRow>(
    `SELECT ${participantColumns("p")}, user_id, removed_at, first_seen_at, cuts
     FROM participants p WHERE event_id = $1 AND participant_id = $2`,
    [eventId, participantId],
  );
  return found.rows[0];
}

const MOST_OTHERS = 20;

async function readOtherApplications(
  sql: Sql,
  eventId: string,
  { user_id: userId, participant_id: participantId }: DetailRow,
): Promise<OtherApplicationView[]> {
  if (userId === null) return [];
  const { rows } = await sql.query<{
    participant_id: string;
    status: string | null;
    submitted_at: Date | null;
  }>(
    `SELECT participant_id, status, submitted_at FROM participants
     WHERE event_id = $1 AND user_id = $2 AND participant_id <> $3 AND application_id IS NOT NULL AND removed_at IS NULL
     ORDER BY submitted_at DESC NULLS LAST, participant_id LIMIT ${MOST_OTHERS}`,
    [eventId, userId, participantId],
  );
  return rows.map((row) => ({
    participantId: row.participant_id,
    status: row.status,
    submittedAt: row.submitted_at?.toISOString() ?? null,
  }));
}
