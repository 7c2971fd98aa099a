import type { Sql } from "@/lib/db";
import type { MyDataGroupView, MyDatumView } from "@/lib/portal/my-data-view";
import { datum, type Person } from "./datum";
import { SOURCE } from "./source-words";

type SessionRow = { is_framed: boolean; created_at: Date; last_seen_at: Date; expires_at: Date };

/** The browsers and frames that are or were signed in, oldest first, and sign-ins on their way into a frame. */
export async function readSessions(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const key = [person.eventId, person.userId];
  const sessions = await sql.query<SessionRow>(
    `SELECT is_framed, created_at, last_seen_at, expires_at FROM portal_sessions
     WHERE event_id = $1 AND user_id = $2 ORDER BY created_at, id_hash`,
    key,
  );
  const handoffs = await sql.query<{ expires_at: Date }>(
    "SELECT expires_at FROM handoffs WHERE event_id = $1 AND user_id = $2 ORDER BY expires_at",
    key,
  );
  return [
    {
      name: "Your browsers",
      note: "This is how Foyer knows you again, and how it can say why you were signed out; each entry is deleted when it ends.",
      data: [
        datum("Browsers remembered", sessions.rows.length, SOURCE.you, null),
        ...sessions.rows.flatMap(viewSession),
        ...handoffs.rows.map((row) =>
          datum("Sign-in on its way into a frame, until", row.expires_at, SOURCE.you, null),
        ),
      ],
    },
  ];
}

function viewSession(row: SessionRow, index: number): MyDatumView[] {
  const name = `Browser ${index + 1}`;
  const place = row.is_framed ? "inside Revento" : "in its own tab";
  return [
    datum(`${name}, signed in`, place, SOURCE.you, row.created_at),
    datum(`${name}, last seen`, row.last_seen_at, SOURCE.you, row.created_at),
    datum(`${name}, ends`, row.expires_at, SOURCE.foyer, row.created_at),
  ];
}
