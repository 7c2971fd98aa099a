import type { EventRow } from "../store/rows";
import type { Store } from "../store/store";
import { type EventSpec, slugOf } from "./fixed-world";
import { inventAnswers } from "./form-fields";
import { inventName } from "./names";
import { Random } from "./random";

const DAY_MS = 86_400_000;
const STATUSES = [
  ["pending", 0.45],
  ["approved", 0.75],
  ["rejected", 0.87],
  ["revision_requested", 0.97],
  ["cancelled", 1],
] as const;

/**
 * Writes the participants `from` to `to` (counted from 1) of an event, each with an application.
 * The same event, number and day give the same person. `applied` before `day`, epoch ms.
 */
export function generateApplications(
  store: Store,
  event: EventRow,
  range: { from: number; to: number; day: number; reviewerId: string },
): void {
  for (let number = range.from; number <= range.to; number += 1) {
    const random = new Random(`${event.id}/${number}`);
    const name = inventName(random);
    const submittedAt = range.day - random.between(1, 20 * DAY_MS);
    const status = inventStatus(random);
    const reviewed = status === "pending" || status === "cancelled" ? null : status;
    const reviewedAt = reviewed
      ? Math.min(submittedAt + random.between(60_000, DAY_MS * 3), range.day)
      : null;
    insertPerson(store, event, number, {
      name,
      role: "participant",
      application_id: `app_${slugOf(event.id)}_${number}`,
      application_status: status,
      custom_form_fields: JSON.stringify(inventAnswers(random, event.starts_at)),
      submitted_at: submittedAt,
      last_review_action: reviewed,
      last_reviewed_at: reviewedAt,
      last_reviewer_id: reviewed ? range.reviewerId : null,
      registered_at: status === "approved" && random.chance(0.6) ? reviewedAt : null,
      updated_at: reviewedAt ?? submittedAt,
    });
  }
}

/** Writes the few participants who never applied: staff and guests of the organizer. */
export function generateOtherRoles(
  store: Store,
  event: EventRow,
  spec: EventSpec,
  day: number,
): void {
  for (let extra = 1; extra <= spec.otherRoles; extra += 1) {
    const number = spec.size + extra;
    const random = new Random(`${event.id}/${number}`);
    insertPerson(store, event, number, {
      name: inventName(random),
      role: extra % 2 === 1 ? "staff" : "guest",
      application_id: null,
      application_status: null,
      custom_form_fields: "{}",
      submitted_at: null,
      last_review_action: null,
      last_reviewed_at: null,
      last_reviewer_id: null,
      registered_at: day - random.between(1, 10 * DAY_MS),
      updated_at: day - DAY_MS,
    });
  }
}

type Draft = {
  name: string;
  role: string;
  application_id: string | null;
  application_status: string | null;
  custom_form_fields: string;
  submitted_at: number | null;
  last_review_action: string | null;
  last_reviewed_at: number | null;
  last_reviewer_id: string | null;
  registered_at: number | null;
  updated_at: number;
};

function insertPerson(store: Store, event: EventRow, number: number, draft: Draft): void {
  const slug = slugOf(event.id);
  const { name, ...participant } = draft;
  const userId = `usr_p_${slug}_${number}`;
  const email = `p${number}@${slug}.example`;
  store.insert("people", { id: userId, name, email, organization_id: null });
  store.insert("participants", {
    id: `ptp_${slug}_${number}`,
    event_id: event.id,
    user_id: userId,
    display_name: name,
    email,
    ...participant,
  });
}

function inventStatus(random: Random): string {
  const roll = random.next();
  return STATUSES.find(([, below]) => roll < below)?.[0] ?? "pending";
}
