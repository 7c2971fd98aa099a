import { createHash, randomBytes, randomUUID } from "node:crypto";
import { withEventSql, withSystemSql } from "@/lib/db";
import { type NewDelivery, storeDeliveries } from "@/lib/deliveries/store-deliveries";
import type { OperatorActor } from "@/lib/operators/operator";

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

type Connection = {
  state?: string;
  cause?: string;
  title?: string;
  /** Extra columns, by name. */
  columns?: Record<string, unknown>;
  /** Columns of the installation token; null: none. */
  token?: Record<string, unknown> | null;
};

/** An event of organization `org_a` with a connection and a token, as if it had been connected just now. */
export async function plantConnection(told: Connection = {}): Promise<string> {
  const eventId = `evt_${randomUUID()}`;
  const { state = "active", cause = "connected", title, columns = {}, token = {} } = told;
  await insert(eventId, "connections", {
    organization_id: "org_a",
    state,
    cause,
    state_since: new Date(),
    connected_at: new Date(),
    scopes: ["event.read", "participants.read"],
    ...columns,
  });
  if (title) {
    await insert(eventId, "events", {
      organization_id: "org_a",
      title,
      publish_status: "published",
      version_at: new Date(),
      source: "sync",
      mirrored_at: new Date(),
    });
  }
  if (token) {
    await insert(eventId, "tokens", {
      holder: "installation",
      access_token: "sealed",
      refresh_token: "sealed",
      access_expires_at: new Date(Date.now() + 3_600_000),
      refresh_expires_at: new Date(Date.now() + 90 * 86_400_000),
      first_issued_at: new Date(),
      ...token,
    });
  }
  return eventId;
}

/** A row of one event, by column. */
export async function insert(
  eventId: string,
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const names = ["event_id", ...Object.keys(row)];
  const places = names.map((_, at) => `$${at + 1}`);
  await withEventSql(eventId, (sql) =>
    sql.query(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${places.join(", ")})`, [
      eventId,
      ...Object.values(row),
    ]),
  );
}

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
