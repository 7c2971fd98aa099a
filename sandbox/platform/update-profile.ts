import type { ParticipantRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatParticipant } from "../wire/format-participant";
import { requireEvent } from "./find-event";
import { requireParticipant } from "./find-participant";
import type { Platform } from "./platform";
import { updateParticipant } from "./update-participant";

/** A participant changes name or address in one event; told as `participant.profile_updated`. */
export function updateProfile(
  platform: Platform,
  participantId: string,
  changes: { displayName?: string | undefined; email?: string | undefined },
): ParticipantRow {
  const row = requireParticipant(platform, participantId);
  return platform.store.transaction(() => {
    const updated = updateParticipant(platform, row, () => ({
      display_name: changes.displayName ?? row.display_name,
      email: changes.email ?? row.email,
    }));
    const event = requireEvent(platform, row.event_id);
    tellProfileUpdated(platform, updated, event.organization_id);
    return updated;
  });
}

/** Tells `participant.profile_updated` of a row as it now is. */
export function tellProfileUpdated(
  platform: Platform,
  row: ParticipantRow,
  organizationId: string,
): void {
  tellIntegration(platform, {
    eventId: row.event_id,
    organizationId,
    type: "participant.profile_updated",
    occurredAt: row.updated_at,
    data: formatParticipant(row),
  });
}
