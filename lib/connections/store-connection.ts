import { randomUUID } from "node:crypto";
import { type Sql, withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import { recordChange } from "@/lib/live/record-change";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { recordAudit } from "@/lib/members/record-audit";
import { ConnectRefusal } from "./connect-refusal";
import type { Installation } from "./obtain-installation";
import { sealTokens, storeTokens } from "./store-tokens";

/** The browser that connects: its new session, and the one it came with. */
export type ConnectingBrowser = { sessionHash: string; oldSessionHash: string | null };

/**
 * Stores a connection with everything that belongs to it, or nothing: the tokens, this browser's
 * ownership, a queued first sync, the audit. A connection made anew gets a new epoch, so that work of
 * the old one cannot write. Throws ConnectRefusal `other_organization`: data of two organizations
 * never meet under one event.
 */
export async function storeConnection(
  eventId: string,
  installation: Installation,
  browser: ConnectingBrowser,
): Promise<void> {
  const sealed = await sealTokens(eventId, "installation", installation);
  await withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    const epoch = await upsertConnection(sql, eventId, installation);
    await storeTokens(sql, eventId, sealed);
    const memberId = await takeOwnership(sql, eventId, browser);
    await queueFirstSync(sql, eventId);
    await recordAudit(sql, eventId, memberId, "connection.connected", {
      organizationId: installation.organizationId,
      scopes: installation.scopes,
      epoch,
    });
    await recordChange(sql, eventId, "connection", []);
  });
}

async function upsertConnection(
  sql: Sql,
  eventId: string,
  { organizationId, scopes, issuedAt }: Installation,
): Promise<number> {
  const stored = await sql.query<{ epoch: number }>(
    `INSERT INTO connections AS c
       (event_id, organization_id, state, cause, state_since, scopes, connected_at)
     VALUES ($1, $2, 'active', 'connected', now(), $3, $4)
     ON CONFLICT (event_id) DO UPDATE SET
       state = 'active', cause = 'connected', state_since = now(), scopes = excluded.scopes,
       connected_at = excluded.connected_at, deletion_due_at = NULL, epoch = c.epoch + 1
     WHERE c.organization_id = excluded.organization_id
     RETURNING c.epoch`,
    [eventId, organizationId, scopes, issuedAt],
  );
  const connection = stored.rows[0];
  if (!connection) throw new ConnectRefusal("other_organization", eventId);
  return connection.epoch;
}

/** A seat this browser has under its old session moves first, so that it does not end up with two. */
async function takeOwnership(
  sql: Sql,
  eventId: string,
  { sessionHash, oldSessionHash }: ConnectingBrowser,
): Promise<string> {
  if (oldSessionHash) {
    await sql.query(
      "UPDATE members SET session_hash = $3 WHERE event_id = $1 AND session_hash = $2",
      [eventId, oldSessionHash, sessionHash],
    );
  }
  return grantOwnership(sql, eventId, sessionHash);
}

/** The queued row is the request itself: workers look for it. Runs of an older epoch end here. */
async function queueFirstSync(sql: Sql, eventId: string): Promise<void> {
  await sql.query(
    `UPDATE sync_runs SET state = 'ended', error = 'reconnected', finished_at = now()
     WHERE event_id = $1 AND state IN ('queued', 'running')`,
    [eventId],
  );
  await sql.query("INSERT INTO sync_runs (event_id, id, kind) VALUES ($1, $2, 'sync')", [
    eventId,
    randomUUID(),
  ]);
}
