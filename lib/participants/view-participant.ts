import type { ApplicationView } from "./participant-view";

/** The columns of `participants` that {@link viewParticipant} reads. */
export type ParticipantRow = {
  participant_id: string;
  application_id: string | null;
  role: string | null;
  status: string | null;
  name: string | null;
  email: string | null;
  fields: Record<string, unknown>;
  submitted_at: Date | null;
  registered_at: Date | null;
  last_review_action: string | null;
  last_reviewed_at: Date | null;
  last_reviewer_id: string | null;
  updated_at: Date;
  version_at: Date;
  source: string;
  confirmed_at: Date;
};

export const PARTICIPANT_COLUMNS = [
  "participant_id",
  "application_id",
  "role",
  "status",
  "name",
  "email",
  "fields",
  "submitted_at",
  "registered_at",
  "last_review_action",
  "last_reviewed_at",
  "last_reviewer_id",
  "updated_at",
  "version_at",
  "source",
  "confirmed_at",
] as const satisfies readonly (keyof ParticipantRow)[];

/** A row as browsers see it. Its `id` is the application's, or the participant's without one. */
export function viewParticipant(row: ParticipantRow): ApplicationView {
  return {
    id: row.application_id ?? row.participant_id,
    participantId: row.participant_id,
    role: row.role,
    status: row.status,
    name: row.name,
    email: row.email,
    fields: row.fields,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    registeredAt: row.registered_at?.toISOString() ?? null,
    lastReviewAction: row.last_review_action,
    lastReviewedAt: row.last_reviewed_at?.toISOString() ?? null,
    lastReviewerId: row.last_reviewer_id,
    updatedAt: row.updated_at.toISOString(),
    freshness: {
      source: row.source,
      at: row.version_at.toISOString(),
      confirmedAt: row.confirmed_at.toISOString(),
    },
  };
}
