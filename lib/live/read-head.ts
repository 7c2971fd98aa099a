import type { Sql } from "@/lib/db";

/** The number of the event's latest change; "0" before the first. It rises with whatever open pages are told. */
export async function readHead(sql: Sql, eventId: string): Promise<string> {
  const { rows } = await sql.query<{ seq: string }>({
    name: "read-head",
    text: "SELECT seq::text FROM change_heads WHERE event_id = $1",
    values: [eventId],
  });
  return rows[0]?.seq ?? "0";
}
