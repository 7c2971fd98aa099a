import { lastConfirmed } from "@/lib/mirror/full-read";
import { excerptOf } from "./excerpt";
import { findInAnswers } from "./find-in-answers";
import { PARTICIPANTS } from "./mirror-statement";
import type { ApplicationView, FreshnessView } from "./participant-view";

/**
 * The columns of `participants` that {@link viewParticipant} reads. A moment is a Date, or already the
 * ISO text of one.
 */
export type ParticipantRow<Moment = Date> = {
  participant_id: string;
  application_id: string | null;
  role: string | null;
  status: string | null;
  name: string | null;
  email: string | null;
  fields: Record<string, unknown>;
  submitted_at: Moment | null;
  registered_at: Moment | null;
  last_review_action: string | null;
  last_reviewed_at: Moment | null;
  last_reviewer_id: string | null;
  updated_at: Moment;
  changed_at: Moment | null;
  version_at: Moment;
  source: string;
  confirmed_at: Moment;
  missing_since: Moment | null;
  stale_since: Moment | null;
  brought_by_delivery: string | null;
  brought_by_run: string | null;
  brought_on_page: number | null;
};

/** The daily check sees every row once a day. */
const STALE_AFTER_MS = 36 * 3_600_000;

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
  "changed_at",
  "version_at",
  "source",
  "confirmed_at",
  "missing_since",
  "stale_since",
  "brought_by_delivery",
  "brought_by_run",
  "brought_on_page",
] as const satisfies readonly (keyof ParticipantRow)[];

/** {@link PARTICIPANT_COLUMNS} of the row `row`, for a statement. */
export function participantColumns(row: string): string {
  return PARTICIPANT_COLUMNS.map((column) =>
    column === "confirmed_at"
      ? `${lastConfirmed(row, PARTICIPANTS)} AS confirmed_at`
      : `${row}.${column}`,
  ).join(", ");
}

/** A row as browsers see it. Its `id` is the application's, or the participant's without one. */
export function viewParticipant(row: ParticipantRow<Date | string>): ApplicationView {
  return {
    id: row.application_id ?? row.participant_id,
    participantId: row.participant_id,
    role: row.role,
    status: row.status,
    name: row.name,
    email: row.email,
    fields: row.fields,
    submittedAt: row.submitted_at && isoOf(row.submitted_at),
    registeredAt: row.registered_at && isoOf(row.registered_at),
    lastReviewAction: row.last_review_action,
    lastReviewedAt: row.last_reviewed_at && isoOf(row.last_reviewed_at),
    lastReviewerId: row.last_reviewer_id,
    updatedAt: row.changed_at && isoOf(row.changed_at),
    writtenAt: isoOf(row.updated_at),
    freshness: viewFreshness(row),
  };
}

function viewFreshness(row: ParticipantRow<Date | string>): FreshnessView {
  const confirmedAt = isoOf(row.confirmed_at);
  const isDoubted = row.missing_since !== null || row.stale_since !== null;
  const isUnseen = Date.now() - Date.parse(confirmedAt) > STALE_AFTER_MS;
  const { brought_by_delivery: deliveryId, brought_by_run: runId, brought_on_page: page } = row;
  return {
    source: row.source,
    ...(deliveryId && { deliveryId }),
    ...(runId && page !== null && { runId, page }),
    at: isoOf(row.version_at),
    confirmedAt,
    state: isDoubted || isUnseen ? "stale" : "fresh",
  };
}

/** Characters of one answer, and of all answers of a row, that a list of `rows` rows carries. */
const LIST_ANSWER = 300;
const LIST_PAGE = 600_000;

/** A row of a page, and how many applications its person has. */
export type ListRow = ParticipantRow<string> & { applications: number };

/**
 * {@link viewParticipant} for one of `rows` rows of a list, found by `words` (folded): long answers are cut, the panel
 * has the rest.
 */
export function viewListRow(row: ListRow, rows: number, words: readonly string[]): ApplicationView {
  const room = Math.floor(LIST_PAGE / Math.max(1, rows));
  const { value, isCut } = excerptOf(row.fields, room, LIST_ANSWER);
  const fields = value as Record<string, unknown>;
  const isShort = Object.keys(fields).length < Object.keys(row.fields).length;
  const foundIn = findInAnswers(row, words);
  return {
    ...viewParticipant(row),
    fields,
    ...(isCut && isShort && { isCut }),
    ...(row.applications > 1 && { applications: row.applications }),
    ...(foundIn && { foundIn }),
  };
}

function isoOf(moment: Date | string): string {
  return typeof moment === "string" ? moment : moment.toISOString();
}
