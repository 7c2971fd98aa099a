import type { Sql } from "@/lib/db";
import type { MyDataGroupView } from "@/lib/portal/my-data-view";
import { datum, type Person } from "./datum";
import { SOURCE } from "./source-words";

type StarRow = { activity_id: string; title: string | null; starred_at: Date };

/** Their agenda, with the stars of activities that the program no longer has. */
export async function readStars(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const found = await sql.query<StarRow>(
    `SELECT s.activity_id, a.title, s.starred_at FROM starred_activities s
     LEFT JOIN activities a ON a.event_id = $1 AND a.activity_id = s.activity_id
     WHERE s.event_id = $1 AND s.user_id = $2 ORDER BY s.starred_at, s.activity_id`,
    [person.eventId, person.userId],
  );
  return [
    {
      name: "Your agenda",
      note: "What you starred in the program; only you see it, and Revento is not told.",
      data: found.rows.map((row) =>
        datum(row.title ?? "No longer in the program", row.activity_id, SOURCE.you, row.starred_at),
      ),
    },
  ];
}
