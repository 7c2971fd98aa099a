import type { Sql } from "@/lib/db";
import { boundProgram } from "./bound-program";
import type { PlacedActivityView, PublicProgramView } from "./program-view";
import { readActivities } from "./read-activities";

/** The program in order of time, as much of it as a page has room for. The caller authorizes. */
export async function readProgram(
  sql: Sql,
  eventId: string,
): Promise<PublicProgramView & { activities: PlacedActivityView[] }> {
  const event = await sql.query<{ timezone: string | null }>(
    "SELECT timezone FROM events WHERE event_id = $1",
    [eventId],
  );
  const days = await sql.query<{ date: string; title: string | null }>(
    "SELECT date, title FROM program_days WHERE event_id = $1 ORDER BY date, day_id",
    [eventId],
  );
  const known = await readActivities(sql, eventId);
  return {
    timezone: event.rows[0]?.timezone ?? null,
    days: days.rows,
    ...boundProgram(known.map(({ activity }) => activity)),
  };
}
