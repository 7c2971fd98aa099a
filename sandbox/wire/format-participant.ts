import type { ParticipantRow } from "../store/rows";
import { formatOptionalTime, formatTime } from "./format-time";

/** The event's own form fields, name by name. */
export type CustomFormFields = Record<string, unknown>;

/** The stored answers of a participant. */
export function formFieldsOf(row: ParticipantRow): CustomFormFields {
  return JSON.parse(row.custom_form_fields) as CustomFormFields;
}

/** A participant of an event with the application on it (contract 4.5). */
export function formatParticipant(row: ParticipantRow) {
  return {
    id: row.id,
    user_id: row.user_id,
    role: row.role,
    application_id: row.application_id,
    application_status: row.application_status,
    custom_form_fields: formFieldsOf(row),
    submitted_at: formatOptionalTime(row.submitted_at),
    last_review_action: row.last_review_action,
    last_reviewed_at: formatOptionalTime(row.last_reviewed_at),
    last_reviewer_id: row.last_reviewer_id,
    display_name: row.display_name,
    email: row.email,
    registered_at: formatOptionalTime(row.registered_at),
    updated_at: formatTime(row.updated_at),
  };
}
