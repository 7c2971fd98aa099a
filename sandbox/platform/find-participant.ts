import type { ParticipantRow } from "../store/rows";
import { requireEvent } from "./find-event";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** The participant an application belongs to. Throws not_found. */
export function requireApplication(platform: Platform, applicationId: string): ParticipantRow {
  seedEventOf(platform, applicationId);
  const row = platform.store.row<ParticipantRow>(
    "SELECT * FROM participants WHERE application_id = ?",
    applicationId,
  );
  if (!row) throw notFound("application");
  return row;
}

/** A participant by id. Throws not_found. */
export function requireParticipant(platform: Platform, participantId: string): ParticipantRow {
  seedEventOf(platform, participantId);
  const row = platform.store.row<ParticipantRow>(
    "SELECT * FROM participants WHERE id = ?",
    participantId,
  );
  if (!row) throw notFound("participant");
  return row;
}

/** A person's place in an event, with or without an application; undefined if they have none. */
export function findParticipantOfPerson(
  platform: Platform,
  eventId: string,
  userId: string,
): ParticipantRow | undefined {
  requireEvent(platform, eventId);
  return platform.store.row<ParticipantRow>(
    "SELECT * FROM participants WHERE event_id = ? AND user_id = ?",
    eventId,
    userId,
  );
}

/** Seeded ids name their event (`app_harbor_7`), so that a lazy event can be written first. */
export function seedEventOf(platform: Platform, id: string): void {
  const slug = /^(?:app|ptp|usr_p|act)_([a-z]+)_\d+/.exec(id)?.[1];
  if (slug && platform.store.row("SELECT 1 FROM events WHERE id = ?", `evt_${slug}`)) {
    requireEvent(platform, `evt_${slug}`);
  }
}
