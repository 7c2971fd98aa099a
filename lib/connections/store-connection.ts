import type { Sql, Tx } from "@/lib/db";
import { changeEvent, IN_BACKGROUND } from "@/lib/live/change-event";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { ConnectRefusal } from "./connect-refusal";
import type { Installation } from "./obtain-installation";
import { endRuns, queueFirstSync } from "./queue-first-sync";
import { sealTokens, storeTokens } from "./store-tokens";
import { endSuspension } from "./suspension";
import { takeBackErasure } from "./take-back-erasure";

/** The browser that connects: its new session, and the one it came with. */
export type ConnectingBrowser = { sessionHash: string; oldSessionHash: string | null };

/**
 * Stores a connection with everything that belongs to it, or nothing: the tokens, this browser's
 * ownership, a queued first sync, the audit. A connection made anew gets a new epoch, so that work of
 * the old one cannot write. Where Revento had asked for the old one's data to be deleted (contract 1.6),
 * the new one is `preparing` first: the mirror is emptied, then read anew; what the team wrote stays.
 * Throws ConnectRefusal `other_organization`: data of two organizations never meet under one event; or
 * `being_erased`.
 */
export async function storeConnection(
  eventId: string,
  installation: Installation,
  browser: ConnectingBrowser,
): Promise<void> {
  const sealed = await sealTokens(eventId, "installation", installation);
  await changeEvent(
    eventId,
    async ({ db, sql, changed, audit }) => {
      await refuseDuringErasure(sql, eventId);
      const mustPrepare = await takeBackErasure(sql, eventId);
      const epoch = await upsertConnection(sql, eventId, installation, mustPrepare);
      await storeTokens(sql, eventId, sealed);
      const memberId = await takeOwnership(db, eventId, browser);
      if (mustPrepare) await endRuns(sql, eventId);
      else await queueFirstSync(sql, eventId);
      await audit(memberId, "connection.connected", {
        organizationId: installation.organizationId,
        scopes: installation.scopes,
        epoch,
        state: mustPrepare ? "preparing" : "active",
      });
      changed("connection");
    },
    IN_BACKGROUND,
  );
  await endSuspension(installation.issuedAt);
}

/** Half a tuple is no place to begin in. */
async function refuseDuringErasure(sql: Sql, eventId: string): Promise<void> {
  const found = await sql.query(
    "SELECT 1 FROM connections WHERE event_id = $1 AND state = 'erasing'",
    [eventId],
  );
  if (found.rowCount !== 0) throw new ConnectRefusal("being_erased", eventId);
}

/** The first epoch is any number: work for a connection that was erased must not fit the next one. */
async function upsertConnection(
  sql: Sql,
  eventId: string,
  { organizationId, scopes, issuedAt }: Installation,
  mustPrepare: boolean,
): Promise<number> {
  const stored = await sql.query<{ epoch: number }>(
    `INSERT INTO connections AS c
       (event_id, organization_id, state, cause, state_since, scopes, connected_at, mirror_since, epoch)
     VALUES ($1, $2, $5, 'connected', now(), $3, $4, $4, 1 + floor(random() * 1000000000)::int)
     ON CONFLICT (event_id) DO UPDATE SET
       state = excluded.state, cause = 'connected', state_since = now(), scopes = excluded.scopes,
       connected_at = excluded.connected_at, paused_at = NULL, warned_days = NULL, away_since = NULL,
       mirror_since = CASE WHEN excluded.state = 'preparing' THEN excluded.mirror_since
         ELSE c.mirror_since END,
       epoch = c.epoch + 1
     WHERE c.organization_id = excluded.organization_id
     RETURNING c.epoch`,
    [eventId, organizationId, scopes, issuedAt, mustPrepare ? "preparing" : "active"],
  );
  const connection = stored.rows[0];
  if (!connection) throw new ConnectRefusal("other_organization", eventId);
  return connection.epoch;
}

/** A seat this browser has under its old session moves first, so that it does not end up with two. */
async function takeOwnership(
  db: Tx,
  eventId: string,
  { sessionHash, oldSessionHash }: ConnectingBrowser,
): Promise<string> {
  if (oldSessionHash) {
    await db.memberSession.updateMany({
      where: { eventId, sessionHash: oldSessionHash },
      data: { sessionHash },
    });
  }
  return grantOwnership(db, eventId, sessionHash);
}
