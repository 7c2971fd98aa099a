import { slugOf } from "../seed/fixed-world";
import { generateApplications } from "../seed/generate-participants";
import type { ParticipantRow } from "../store/rows";
import { nextNumber } from "./add-participant";
import { requireEvent } from "./find-event";
import type { Platform } from "./platform";
import { reviewerOf } from "./reviewer-of";
import { tellSubmitted } from "./submit-application";

/** New people apply, `count` of them, all pending; one `application.submitted` each. */
export function addApplications(platform: Platform, eventId: string, count: number): string[] {
  const event = requireEvent(platform, eventId);
  const { store, clock } = platform;
  return store.transaction(() => {
    const from = nextNumber(platform, eventId);
    const to = from + count - 1;
    const now = clock.now();
    const reviewerId = reviewerOf(platform, eventId) ?? "";
    generateApplications(store, event, { from, to, day: now, reviewerId });
    const ids: string[] = [];
    for (let number = from; number <= to; number += 1) {
      const id = `app_${slugOf(eventId)}_${number}`;
      store.run(
        `UPDATE participants SET application_status = 'pending', submitted_at = ?1,
           last_review_action = NULL, last_reviewed_at = NULL, last_reviewer_id = NULL,
           registered_at = NULL, updated_at = ?1
         WHERE application_id = ?2`,
        now,
        id,
      );
      const row = store.row<ParticipantRow>(
        "SELECT * FROM participants WHERE application_id = ?",
        id,
      );
      if (row) tellSubmitted(platform, row, event.organization_id);
      ids.push(id);
    }
    return ids;
  });
}
