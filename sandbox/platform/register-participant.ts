import { slugOf } from "../seed/fixed-world";
import type { EventRow, ParticipantRow, PersonRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatParticipant } from "../wire/format-participant";
import { addParticipant, nextNumber } from "./add-participant";
import { requireEvent } from "./find-event";
import { findParticipantOfPerson } from "./find-participant";
import { requirePerson } from "./find-person";
import type { Platform } from "./platform";
import { updateParticipant } from "./update-participant";

type Registration = {
  eventId: string;
  userId?: string | undefined;
  role?: string | undefined;
};

/**
 * Registers a person for an event (a new guest if none is named), with or without an application;
 * told as `participant.registered`. Throws not_found.
 */
export function registerParticipant(
  platform: Platform,
  registration: Registration,
): ParticipantRow {
  const event = requireEvent(platform, registration.eventId);
  return platform.store.transaction(() => {
    const person = registration.userId
      ? requirePerson(platform, registration.userId)
      : inventGuest(platform, event);
    const role = registration.role ?? "participant";
    const row =
      findParticipantOfPerson(platform, event.id, person.id) ??
      addParticipant(platform, event, { person, role });
    const updated = updateParticipant(platform, row, (at) => ({
      role: registration.role ?? row.role,
      registered_at: at,
    }));
    tellIntegration(platform, {
      eventId: event.id,
      organizationId: event.organization_id,
      type: "participant.registered",
      occurredAt: updated.updated_at,
      data: formatParticipant(updated),
    });
    return updated;
  });
}

function inventGuest(platform: Platform, event: EventRow): PersonRow {
  const number = nextNumber(platform, event.id);
  const slug = slugOf(event.id);
  const guest = {
    id: `usr_p_${slug}_${number}`,
    name: `Guest ${number}`,
    email: `p${number}@${slug}.example`,
    organization_id: null,
  };
  platform.store.insert("people", guest);
  return guest;
}
