import type { ParticipantRow } from "../store/rows";
import { requireEvent } from "./find-event";
import { requireApplication } from "./find-participant";
import type { Platform } from "./platform";
import { PlatformError } from "./platform-error";
import { tellSubmitted } from "./submit-application";
import { updateParticipant } from "./update-participant";
import { tellProfileUpdated } from "./update-profile";

/**
 * A participant changes their answers. After a request for revision that is a new submission
 * (`pending`, `application.submitted`); otherwise it is told as `participant.profile_updated` (A).
 */
export function updateAnswers(
  platform: Platform,
  applicationId: string,
  answers: Record<string, unknown>,
): ParticipantRow {
  const row = requireApplication(platform, applicationId);
  if (row.application_status === "cancelled") {
    throw new PlatformError(409, "conflict", "A cancelled application cannot be changed.");
  }
  const organizationId = requireEvent(platform, row.event_id).organization_id;
  const fields = { custom_form_fields: JSON.stringify(answers) };
  return platform.store.transaction(() => {
    if (row.application_status !== "revision_requested") {
      const updated = updateParticipant(platform, row, () => fields);
      tellProfileUpdated(platform, updated, organizationId);
      return updated;
    }
    const updated = updateParticipant(platform, row, (at) => ({
      ...fields,
      application_status: "pending",
      submitted_at: at,
    }));
    tellSubmitted(platform, updated, organizationId);
    return updated;
  });
}
