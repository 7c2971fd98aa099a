import { randomUUID } from "node:crypto";
import { withEventSql } from "@/lib/db";

type Columns = Record<string, unknown>;

type Told = {
  eventId?: string;
  state?: string;
  cause?: string;
  /** Of the event's own row; without, there is none. */
  title?: string;
  /** More columns of the connection, by name. */
  columns?: Columns;
  /** Columns of an installation token; without, there is none. */
  token?: Columns | null;
};

/**
 * An event of organization `org_a` with a connection, by rows alone, as if it had been connected just
 * now; once more does nothing. Answers the event's id.
 */
export async function plantConnection(told: Told = {}): Promise<string> {
  const { eventId = `evt_${randomUUID()}`, state = "active", cause = "connected" } = told;
  const connection = {
    organization_id: "org_a",
    state,
    cause,
    state_since: new Date(),
    connected_at: new Date(),
    ...told.columns,
  };
  await plantRow(eventId, "connections", connection, "ON CONFLICT DO NOTHING");
  if (told.title) {
    await plantRow(eventId, "events", {
      organization_id: "org_a",
      title: told.title,
      publish_status: "published",
      version_at: new Date(),
      source: "sync",
      mirrored_at: new Date(),
    });
  }
  if (told.token) {
    await plantRow(eventId, "tokens", {
      holder: "installation",
      access_token: "sealed",
      refresh_token: "sealed",
      access_expires_at: new Date(Date.now() + 3_600_000),
      refresh_expires_at: new Date(Date.now() + 90 * 86_400_000),
      first_issued_at: new Date(),
      ...told.token,
    });
  }
  return eventId;
}

/** A row of one event, by column. `more` follows the values. */
export async function plantRow(
  eventId: string,
  table: string,
  row: Columns,
  more = "",
): Promise<void> {
  const names = ["event_id", ...Object.keys(row)];
  const places = names.map((_, at) => `$${at + 1}`);
  const into = `${table} (${names.join(", ")}) VALUES (${places.join(", ")})`;
  await withEventSql(eventId, (sql) =>
    sql.query(`INSERT INTO ${into} ${more}`, [eventId, ...Object.values(row)]),
  );
}
