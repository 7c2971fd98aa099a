import type { ParticipantRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatApplicationSnapshot } from "../wire/format-application";
import { requireEvent } from "./find-event";
import { requireApplication } from "./find-participant";
import type { Platform } from "./platform";
import { PlatformError } from "./platform-error";
import { reviewerOf } from "./reviewer-of";
import { updateParticipant } from "./update-participant";

export type ReviewOutcome = "approved" | "rejected" | "revision_requested";

/**
 * An organizer's decision on an application, told as `application.<outcome>` (contract 6.7). Throws
 * not_found; conflict for a cancelled one.
 */
export function reviewApplication(
  platform: Platform,
  review: { applicationId: string; outcome: ReviewOutcome; reviewerId?: string | undefined },
): ParticipantRow {
  const row = requireApplication(platform, review.applicationId);
  if (row.application_status === "cancelled") {
    throw new PlatformError(409, "conflict", "A cancelled application cannot be reviewed.");
  }
  return platform.store.transaction(() => {
    const updated = updateParticipant(platform, row, (at) => ({
      application_status: review.outcome,
      last_review_action: review.outcome,
      last_reviewed_at: at,
      last_reviewer_id: review.reviewerId ?? reviewerOf(platform, row.event_id),
    }));
    tellIntegration(platform, {
      eventId: row.event_id,
      organizationId: requireEvent(platform, row.event_id).organization_id,
      type: `application.${review.outcome}`,
      occurredAt: updated.updated_at,
      data: formatApplicationSnapshot(updated, review.outcome),
    });
    return updated;
  });
}
