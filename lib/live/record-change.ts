import type { Sql } from "@/lib/db";

/** What an open page fetches again. */
export type Topic =
  | "participants"
  | "event"
  | "program"
  | "sync"
  | "connection"
  | "deliveries"
  /** Sign-ins of participants; the ids are users. */
  | "grants"
  /** Participants' own agendas; the ids are users. */
  | "agenda"
  /** The team, its roles and invitations; the ids are members. */
  | "members"
  /** What the team wrote about applications; the ids are participants. */
  | "notes"
  /** What the team gave applications; the ids are participants, and the members who have given something. */
  | "ratings"
  /** How the team reviews, and so what its members see. */
  | "review"
  /** Labels, and who is to review what; the ids are participants. */
  | "labels"
  /** Who has which application open; the ids are participants. */
  | "presence"
  /** What those who review are called. */
  | "reviewers"
  /** The team's named views of lists. */
  | "views";

/** What everybody in the portal sees. */
const PUBLIC: ReadonlySet<Topic> = new Set(["program", "event"]);
const MOST_IDS = 200;

/**
 * Records, in the caller's transaction, that rows of a topic changed, under the event's next number.
 * More than 200 ids are recorded as none, which means: fetch the whole topic again. The row of the
 * head stays locked until the commit, so numbers become visible in their order; call it at most once
 * per topic and transaction, under `lockMirror`.
 */
export async function recordChange(
  sql: Sql,
  eventId: string,
  topic: Topic,
  ids: string[],
): Promise<void> {
  await sql.query(
    `WITH head AS (
       INSERT INTO change_heads AS h (event_id, seq, public_seq) VALUES ($1, 1, CASE WHEN $4 THEN 1 ELSE 0 END)
       ON CONFLICT (event_id) DO UPDATE SET seq = h.seq + 1,
         public_seq = CASE WHEN $4 THEN h.seq + 1 ELSE h.public_seq END
       RETURNING seq
     )
     INSERT INTO changes (event_id, seq, topic, ids, at)
     SELECT $1, seq, $2, $3, clock_timestamp() FROM head`,
    [eventId, topic, ids.length > MOST_IDS ? [] : ids, PUBLIC.has(topic)],
  );
}
