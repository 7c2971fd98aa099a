import { withEventSql } from "@/lib/db";

/** Applications of an event that wait for a decision, by their participants' ids; the first is the oldest. */
export async function plantApplications(
  eventId: string,
  participantIds: readonly string[],
): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, user_id, status, name, email, fields,
         submitted_at, updated_at, version_at, source, confirmed_at)
       SELECT $1, id, 'app_' || id, 'usr_' || id, 'pending', 'Name ' || id, id || '@example.org', '{}',
         now() - interval '1 day' + place * interval '1 second', now(), now() - interval '1 hour', 'sync', now()
       FROM unnest($2::text[]) WITH ORDINALITY AS given(id, place)`,
      [eventId, participantIds],
    ),
  );
}
