import { createHash, randomBytes, randomUUID } from "node:crypto";
import { withEventSql, withSystemSql } from "@/lib/db";
import { type NewDelivery, storeDeliveries } from "@/lib/deliveries/store-deliveries";
import type { OperatorActor } from "@/lib/operators/operator";
import { plantConnection } from "./plant-connection";

/** Somebody whose browser has no operator's session, and one who made one up. */
export const STRANGERS: OperatorActor[] = [
  { operatorSessionHash: null },
  { operatorSessionHash: createHash("sha256").update("made up").digest("hex") },
];

/** A signed-in operator, as the console's routes hand one on. */
export async function plantOperator(name = "local"): Promise<OperatorActor> {
  const operatorSessionHash = createHash("sha256").update(randomUUID()).digest("hex");
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO operator_sessions (id_hash, operator, expires_at)
       VALUES ($1, $2, now() + interval '1 hour')`,
      [operatorSessionHash, name],
    ),
  );
  return { operatorSessionHash };
}

/** A connection with its installation token, as the console meets it. */
export const plantInstallation: typeof plantConnection = (told) =>
  plantConnection({
    token: {},
    ...told,
    columns: { scopes: ["event.read", "participants.read"], ...told?.columns },
  });

export type Told = {
  type: string;
  data: object;
  /** Null: to the integration as a whole. */
  event: string | null;
  occurredAt?: Date;
  organizationId?: string;
};

/** A delivery as Revento makes them (contract 6.3). */
export function makeDelivery(told: Told): NewDelivery {
  const { type, data, event, occurredAt = new Date(Date.now() + 60_000) } = told;
  const envelopeId = `env_${randomUUID()}`;
  const envelope = {
    id: envelopeId,
    type,
    occurred_at: occurredAt.toISOString(),
    event_id: event,
    organization_id: event === null ? null : (told.organizationId ?? "org_a"),
    data,
  };
  return {
    eventId: event ?? "",
    deliveryId: randomUUID(),
    signedAt: new Date(),
    signature: randomBytes(32),
    type,
    envelopeId,
    occurredAt,
    body: Buffer.from(JSON.stringify(envelope)),
  };
}

/** Stores deliveries, one commit each, so that they have been received in this order. */
export async function tell(...told: Told[]): Promise<NewDelivery[]> {
  const made = told.map(makeDelivery);
  for (const one of made) await storeDeliveries([one]);
  return made;
}

type Trace = { operator: string; action: string; reason: string; detail: object };

/** What the operators' own trail holds of an event ("" : of none), and what its organizer reads of it. */
export async function tracesOf(eventId: string): Promise<{ actions: Trace[]; audit: object[] }> {
  const columns = "operator, action, reason, detail";
  const actions = await withSystemSql((sql) =>
    sql.query<Trace>(`SELECT ${columns} FROM operator_actions WHERE event_id = $1 ORDER BY at`, [
      eventId,
    ]),
  );
  if (eventId === "") return { actions: actions.rows, audit: [] };
  const audit = await withEventSql(eventId, (sql) =>
    sql.query(
      `SELECT actor, action, detail FROM audit_entries
       WHERE event_id = $1 AND actor = 'operator' ORDER BY at`,
      [eventId],
    ),
  );
  return { actions: actions.rows, audit: audit.rows };
}

/** Every row of an event that applying a delivery could change. */
export async function imageOf(eventId: string): Promise<unknown> {
  const image: Record<string, unknown> = {};
  for (const table of [
    "participants",
    "participant_history",
    "participant_counts",
    "activities",
    "events",
    "grants",
    "tokens",
    "connections",
    "deliveries",
    "delivery_failures",
    "changes",
    "audit_entries",
    "erasures",
  ]) {
    const found = await withEventSql(eventId, (sql) =>
      sql.query(`SELECT t.* FROM ${table} t WHERE event_id = $1 ORDER BY t`, [eventId]),
    );
    image[table] = found.rows;
  }
  return image;
}
