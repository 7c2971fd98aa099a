import type { FoyerUnderTest } from "./foyer-under-test";

type Truth = {
  data: {
    id: string;
    application_status: string | null;
    display_name: string | null;
    email: string | null;
    custom_form_fields: unknown;
  }[];
};

type Row = {
  id: string;
  status: string | null;
  name: string | null;
  email: string | null;
  fields: unknown;
};

/** What Revento says about an event's participants, in our words, by id. */
export async function truthOf(
  { control }: Pick<FoyerUnderTest, "control">,
  eventId: string,
): Promise<Row[]> {
  const { data } = (await control(`participants?event_id=${eventId}`)) as Truth;
  return data
    .map((row) => ({
      id: row.id,
      status: row.application_status,
      name: row.display_name,
      email: row.email,
      fields: row.custom_form_fields,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the mirror holds, the same way. */
export async function mirrorOf(
  { database }: Pick<FoyerUnderTest, "database">,
  eventId: string,
): Promise<Row[]> {
  const { rows } = await database.query<Row>(
    `SELECT participant_id AS id, status, name, email, fields FROM participants
     WHERE event_id = $1 AND removed_at IS NULL ORDER BY participant_id COLLATE "C"`,
    [eventId],
  );
  return rows;
}
