import type { Sql } from "@/lib/db";
import type { MyDataGroupView, MyDatumView } from "@/lib/portal/my-data-view";
import { datum, type Person } from "./datum";
import { SOURCE } from "./source-words";

type Counted = { count: number; since: Date | null };

/** What running Foyer leaves behind about somebody: counted, because there is nothing else in it. */
export async function readTraces(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const ids = [person.userId, ...person.participantIds];
  return [
    {
      name: "Calls to Revento",
      note: "Counted so that Foyer stays within what Revento allows for each person; forgotten after two hours.",
      data: await readCalls(sql, person),
    },
    {
      name: "Messages of Revento's",
      note: "Revento's messages are kept as they arrived for a month, so that one that went wrong can be applied again; that one came, of which kind and when, stays until the event's data is erased. What those about you said stands above; they are read again only when something went wrong, with the personal parts masked, or with a reason that the organizers see.",
      data: await readMessages(sql, person),
    },
    {
      name: "Notices to open pages",
      note: "They say that something of yours changed, not what, so that open pages fetch it again; forgotten after a day.",
      data: await readNotices(sql, person, ids),
    },
    {
      name: "Found by the daily check",
      note: "Where Foyer differed from Revento about you, so that the organizers can see that nothing is missed.",
      data: await readDrifts(sql, person),
    },
  ];
}

async function readCalls(sql: Sql, { eventId, userId }: Person): Promise<MyDatumView[]> {
  const found = await sql.query<Counted & { last_hour: number }>(
    `SELECT count(*)::int AS count, min(started_at) AS since,
       count(*) FILTER (WHERE started_at > now() - interval '1 hour')::int AS last_hour
     FROM api_calls WHERE event_id = $1 AND holder = $2`,
    [eventId, userId],
  );
  return found.rows.flatMap(({ count, since, last_hour }) => [
    datum("Calls with your token in the last hour", last_hour, SOURCE.foyer, since),
    datum("Calls still remembered", count, SOURCE.foyer, since),
  ]);
}

/** Counted by what they left behind: `deliveries` has no index by envelope, and an event has many. */
async function readMessages(sql: Sql, person: Person): Promise<MyDatumView[]> {
  const found = await sql.query<Counted>(
    `SELECT count(envelope_id)::int AS count, min(recorded_at) AS since FROM participant_history
     WHERE event_id = $1 AND participant_id = ANY ($2) AND envelope_id IS NOT NULL`,
    [person.eventId, person.participantIds],
  );
  return found.rows.map(({ count, since }) =>
    datum("Messages about you", count, "Revento, webhooks", since),
  );
}

async function readNotices(sql: Sql, person: Person, ids: string[]): Promise<MyDatumView[]> {
  const found = await sql.query<Counted>(
    `SELECT count(*)::int AS count, min(at) AS since FROM changes
     WHERE event_id = $1 AND ids && $2::text[]`,
    [person.eventId, ids],
  );
  return found.rows.map(({ count, since }) =>
    datum("Notices that name you", count, SOURCE.foyer, since),
  );
}

async function readDrifts(sql: Sql, person: Person): Promise<MyDatumView[]> {
  const found = await sql.query<{ cause: string; fields: string[]; at: Date }>(
    `SELECT cause, fields, at FROM drifts
     WHERE event_id = $1 AND participant_id = ANY ($2) ORDER BY at DESC`,
    [person.eventId, person.participantIds],
  );
  return found.rows.map((row) => datum(row.cause, row.fields, "Revento, daily check", row.at));
}
