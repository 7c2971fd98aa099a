import { randomUUID } from "node:crypto";
import type { ConnectionEnd } from "@/lib/connections/end-connection";
import { pauseConnection } from "@/lib/connections/pause-connection";
import { resumeConnection } from "@/lib/connections/resume-connection";
import { storeConnection } from "@/lib/connections/store-connection";
import { type Sql, withEventSql, withSystemSql } from "@/lib/db";
import type { Delivery, Outcome } from "@/lib/deliveries/delivery";
import { applyToIntegration, endByDelivery } from "@/lib/deliveries/end-by-delivery";
import { changeEventInSql } from "@/lib/live/change-event";
import { storeGrant } from "@/lib/portal/sign-in/store-grant";
import { forgetEvent } from "./connected-event";
import { endConnectionOf } from "./ends";
import { makeEnvelope } from "./signed-delivery";

const ORGANIZATION = "org_a";
const YEAR_MS = 365 * 86_400_000;

/** What an event's connection stands on, read in one look. */
export type Standing = {
  state: string | null;
  cause: string | null;
  epoch: number;
  connectedAt: Date | null;
  mirrorSince: Date | null;
  tokens: number;
  activeGrants: number;
  openRuns: number;
  audits: number;
  erasures: {
    scope: string;
    state: string;
    rule: string;
    cause: string;
    ended_at: Date;
    planned_at: Date;
    due_at: Date;
  }[];
};

/** An event of its own with everything that can befall its connection, without a Revento. */
export function lifecycleWorld() {
  const eventId = `evt_${randomUUID()}`;
  const inEvent = <T>(work: (sql: Sql) => Promise<T>) => withEventSql(eventId, work);
  const tokensOf = (issuedAt: Date) => ({
    accessToken: `rev_install_${randomUUID()}`,
    refreshToken: `rev_refresh_${randomUUID()}`,
    isBearer: true,
    issuedAt,
    accessExpiresAt: new Date(Date.now() + 3_600_000),
    refreshExpiresAt: new Date(Date.now() + YEAR_MS),
    eventId,
    organizationId: ORGANIZATION,
  });
  const deliveryOf = (type: string, occurredAt: Date, data: object): Delivery => {
    const envelope = makeEnvelope({
      type,
      occurred_at: occurredAt.toISOString(),
      event_id: eventId,
      organization_id: ORGANIZATION,
      data,
    });
    return {
      deliveryId: randomUUID(),
      type,
      envelopeId: envelope.id,
      occurredAt,
      receivedAt: new Date(),
      body: Buffer.from(JSON.stringify(envelope)),
    };
  };

  return {
    eventId,
    inEvent,
    forget: () => forgetEvent(eventId),
    connect: (issuedAt: Date) =>
      storeConnection(
        eventId,
        { ...tokensOf(issuedAt), scopes: ["event.read"], userId: undefined },
        { sessionHash: randomUUID(), oldSessionHash: null },
      ),
    end: (end: ConnectionEnd) => endConnectionOf(eventId, end),
    /** As when `data.deletion_required` of this moment is processed. */
    deletionRequired: (occurredAt: Date, deadlineAt?: Date): Promise<Outcome> => {
      const data = deadlineAt ? { deadline_at: deadlineAt.toISOString() } : {};
      const delivery = deliveryOf("data.deletion_required", occurredAt, data);
      return changeEventInSql(eventId, (change) => endByDelivery(change, delivery));
    },
    suspended: (occurredAt: Date): Promise<Outcome> =>
      withSystemSql((sql) =>
        applyToIntegration(sql, deliveryOf("integration.suspended", occurredAt, {})),
      ),
    signIn: async (userId: string, issuedAt: Date): Promise<string> => {
      const signedIn = await storeGrant(
        { id: "a-test-attempt", eventId, returnTo: "/" },
        { ...tokensOf(issuedAt), userId, scopes: ["profile.read"] },
      );
      if (!("sid" in signedIn)) throw new Error("a sign-in at top level brought no session");
      return signedIn.sid;
    },
    pause: () => inEvent((sql) => pauseConnection(sql, eventId)),
    resume: () => inEvent((sql) => resumeConnection(sql, eventId)),
    /** Null where nothing is connected. */
    standing: () => inEvent((sql) => readStanding(sql, eventId)),
  };
}

export type LifecycleWorld = ReturnType<typeof lifecycleWorld>;

async function readStanding(sql: Sql, eventId: string): Promise<Standing> {
  const found = await sql.query<Standing>(
    `SELECT c.state, c.cause, coalesce(c.epoch, 0) AS epoch,
       c.connected_at AS "connectedAt", c.mirror_since AS "mirrorSince",
       (SELECT count(*)::int FROM tokens WHERE event_id = $1) AS tokens,
       (SELECT count(*)::int FROM grants WHERE event_id = $1 AND state = 'active') AS "activeGrants",
       (SELECT count(*)::int FROM sync_runs
        WHERE event_id = $1 AND state IN ('queued', 'running')) AS "openRuns",
       (SELECT count(*)::int FROM audit_entries
        WHERE event_id = $1 AND (action LIKE 'connection.%' OR action = 'erasure.begun')) AS audits
     FROM (SELECT $1::text AS event_id) e LEFT JOIN connections c USING (event_id)`,
    [eventId],
  );
  const erasures = await sql.query<Standing["erasures"][number]>(
    `SELECT scope, state, rule, cause, ended_at, planned_at, due_at FROM erasures
     WHERE event_id = $1 AND state IN ('open', 'running')`,
    [eventId],
  );
  const row = found.rows[0];
  if (!row) throw new Error("a query without an answer");
  return { ...row, erasures: erasures.rows };
}
