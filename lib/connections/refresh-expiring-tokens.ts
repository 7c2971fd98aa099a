import { withSystemSql } from "@/lib/db";
import { logOf } from "@/lib/log";
import { getAccessToken } from "./get-access-token";

/**
 * Keeps installation tokens of idle events from lapsing, for a daily schedule. A refresh moves the
 * end of the refresh token to 90 days from now, but never past a year from the first issue (contract
 * 2.4): it is due once it would gain 30 days, so a token that nobody uses is refreshed monthly and
 * has 60 days left in which a failed attempt can be repeated. Looks across events. Answers counts;
 * one event's failure does not stop the others.
 */
export async function refreshExpiringTokens(): Promise<{ refreshed: number; failed: number }> {
  const due = await listIdleInstallations();
  let failed = 0;
  for (const eventId of due) {
    try {
      await getAccessToken(eventId, "installation");
    } catch (err) {
      failed += 1;
      logOf("tokens").warn({ err, eventId }, "an idle token could not be refreshed");
    }
  }
  return { refreshed: due.length - failed, failed };
}

/** Their access token has ended long ago, so that asking for a working one refreshes them. */
async function listIdleInstallations(): Promise<string[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<{ event_id: string }>(
      `SELECT t.event_id FROM tokens t JOIN connections c ON c.event_id = t.event_id
       WHERE c.state = 'active' AND t.holder = 'installation' AND t.access_expires_at < now()
         AND least(now() + interval '90 days', t.first_issued_at + interval '365 days')
             - t.refresh_expires_at >= interval '30 days'
       ORDER BY t.refresh_expires_at`,
    );
    return found.rows.map((row) => row.event_id);
  });
}
