import type { Sql } from "@/lib/db";
import { lastConfirmed } from "@/lib/mirror/full-read";
import { PARTICIPANTS } from "@/lib/participants/mirror-statement";
import type { CutsView } from "@/lib/revento/cuts-view";

/** A person's row in the mirror, as the portal shows it. */
export type MyRow = {
  participant_id: string;
  application_id: string | null;
  status: string | null;
  role: string | null;
  name: string | null;
  email: string | null;
  fields: Record<string, unknown>;
  cuts: CutsView | null;
  submitted_at: Date | null;
  registered_at: Date | null;
  last_review_action: string | null;
  last_reviewed_at: Date | null;
  version_at: Date;
  source: string;
  confirmed_at: Date;
};

/** The person's own row: of several the one with a living application, then the newest. */
export async function readMyRow(
  sql: Sql,
  eventId: string,
  userId: string,
): Promise<MyRow | undefined> {
  const found = await sql.query<MyRow>(
    `SELECT participant_id, application_id, status, role, name, email, fields, cuts, submitted_at,
       registered_at, last_review_action, last_reviewed_at, version_at, source,
       ${lastConfirmed("p", PARTICIPANTS)} AS confirmed_at
     FROM participants p
     WHERE event_id = $1 AND user_id = $2 AND removed_at IS NULL
     ORDER BY application_id IS NULL, status = 'cancelled', submitted_at DESC NULLS LAST, participant_id
     LIMIT 1`,
    [eventId, userId],
  );
  return found.rows[0];
}
