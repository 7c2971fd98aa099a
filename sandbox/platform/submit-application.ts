import type { ParticipantRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatApplicationSnapshot } from "../wire/format-application";
import { addParticipant } from "./add-participant";
import { requireEvent } from "./find-event";
import { findParticipantOfPerson } from "./find-participant";
import { requirePerson } from "./find-person";
import type { Platform } from "./platform";
import { PlatformError } from "./platform-error";
import { updateParticipant } from "./update-participant";

type Submission = {
  eventId: string;
  userId: string;
  answers?: Record<string, unknown> | undefined;
};

/**
 * A person applies for an event, for the first time or again after a cancellation; told as
 * `application.submitted`. Throws not_found; conflict while another application is open.
 */
export function submitApplication(platform: Platform, submission: Submission): ParticipantRow {
  const event = requireEvent(platform, submission.eventId);
  const person = requirePerson(platform, submission.userId);
  const here = findParticipantOfPerson(platform, event.id, person.id);
  if (here?.application_id && here.application_status !== "cancelled") {
    throw new PlatformError(409, "conflict", `${person.name} has applied already.`);
  }
  return platform.store.transaction(() => {
    const row = here ?? addParticipant(platform, event, { person, role: "participant" });
    const updated = updateParticipant(platform, row, (at) => ({
      application_id: row.application_id ?? row.id.replace(/^ptp_/, "app_"),
      application_status: "pending",
      custom_form_fields: JSON.stringify(submission.answers ?? {}),
      submitted_at: at,
    }));
    tellSubmitted(platform, updated, event.organization_id);
    return updated;
  });
}

/** Tells `application.submitted` of a row as it now is. */
export function tellSubmitted(
  platform: Platform,
  row: ParticipantRow,
  organizationId: string,
): void {
  tellIntegration(platform, {
    eventId: row.event_id,
    organizationId,
    type: "application.submitted",
    occurredAt: row.updated_at,
    data: formatApplicationSnapshot(row, "submitted"),
  });
}
