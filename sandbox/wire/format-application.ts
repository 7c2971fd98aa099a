import type { ParticipantRow } from "../store/rows";
import { formFieldsOf } from "./format-participant";
import { formatOptionalTime, formatTime } from "./format-time";

/** What the person of a user token sees of their own application (contract 4.8). */
export function formatApplication(row: ParticipantRow) {
  return {
    id: row.application_id,
    participant_id: row.id,
    event_id: row.event_id,
    status: row.application_status,
    custom_form_fields: formFieldsOf(row),
    submitted_at: formatOptionalTime(row.submitted_at),
    last_review_action: row.last_review_action,
    last_reviewed_at: formatOptionalTime(row.last_reviewed_at),
    updated_at: formatTime(row.updated_at),
  };
}

/** The four things that can happen to an application and are told by webhook (contract 6.7). */
export type ApplicationAction = "submitted" | "approved" | "rejected" | "revision_requested";

const ACTOR_FIELD = {
  approved: "approver_id",
  rejected: "rejecter_id",
  revision_requested: "revision_requester_id",
} as const;

/** The snapshot of an `application.*` webhook, with the action's own time and actor (contract 6.9). */
export function formatApplicationSnapshot(row: ParticipantRow, action: ApplicationAction) {
  const snapshot: Record<string, unknown> = {
    id: row.application_id,
    participant_id: row.id,
    user_id: row.user_id,
    status: row.application_status,
    custom_form_fields: formFieldsOf(row),
    submitted_at: formatOptionalTime(row.submitted_at),
    display_name: row.display_name,
    email: row.email,
    updated_at: formatTime(row.updated_at),
  };
  if (action === "submitted") return snapshot;
  snapshot[`${action}_at`] = formatOptionalTime(row.last_reviewed_at);
  snapshot[ACTOR_FIELD[action]] = row.last_reviewer_id;
  return snapshot;
}
