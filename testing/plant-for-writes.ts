import type pg from "pg";
import {
  PLANTED_EXPORT,
  PLANTED_INVITATION,
  PLANTED_LABEL,
  PLANTED_MEMBER,
  PLANTED_NOTE,
  PLANTED_VIEWS,
} from "./event-writes";

/** What the paths of `EVENT_WRITES` and `EVENT_ROUTES` speak of, in an event that is connected. */
export async function plantForWrites(database: pg.Pool, eventId: string): Promise<void> {
  for (const [list, id] of Object.entries(PLANTED_VIEWS)) {
    await database.query(
      `INSERT INTO saved_views (event_id, id, list, name, address, created_by)
       VALUES ($1, $2, $3, 'Planted', '', $2)`,
      [eventId, id, list],
    );
  }
  await database.query(
    `INSERT INTO exports (event_id, id, member_id, list, format, question, state, total)
     SELECT event_id, $2, id, 'applications', 'json', $3, 'waiting', 1 FROM members
     WHERE event_id = $1 AND role = 'owner' ORDER BY created_at LIMIT 1`,
    [eventId, PLANTED_EXPORT, { address: "", columns: ["name", "email"] }],
  );
  await database.query(
    "INSERT INTO members (event_id, id, role, name) VALUES ($1, $2, 'viewer', 'Planted')",
    [eventId, PLANTED_MEMBER],
  );
  await database.query(
    `INSERT INTO invitations (event_id, id, token_hash, name, role, created_by, expires_at)
     VALUES ($1, $2, 'planted', 'Planted', 'viewer', $2, now() + interval '1 day')`,
    [eventId, PLANTED_INVITATION],
  );
  await database.query(
    `INSERT INTO application_notes (event_id, id, participant_id, author_id, text)
     VALUES ($1, $2, 'ptp_harbor_1', $2, 'Planted')`,
    [eventId, PLANTED_NOTE],
  );
  await database.query(
    "INSERT INTO labels (event_id, id, name, color) VALUES ($1, $2, 'Planted', 'teal')",
    [eventId, PLANTED_LABEL],
  );
}
