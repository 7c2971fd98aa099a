import type { FoyerUnderTest } from "./foyer-under-test";

type Query = (text: string, values: unknown[]) => Promise<unknown>;

const MOVED = {
  api_calls: ["started_at", "expires_at", "finished_at"],
  tokens: ["paused_until"],
  sync_runs: ["waiting_until", "lease_expires_at"],
} as const;

/** Moves an event's calls, pauses and waits so many milliseconds into the past. */
export async function moveBudgetsBack(query: Query, eventId: string, ms: number): Promise<void> {
  for (const [table, columns] of Object.entries(MOVED)) {
    const past = columns.map((column) => `${column} = ${column} - $2 * interval '1 ms'`);
    await query(`UPDATE ${table} SET ${past.join(", ")} WHERE event_id = $1`, [eventId, ms]);
  }
}

/** Revento's rate-limit minute goes by for an event, there and here, without anybody waiting for it. */
export async function passMinute(
  { control, database }: Pick<FoyerUnderTest, "control" | "database">,
  eventId: string,
): Promise<void> {
  // Deliveries are stamped by the true time: a minute from now would be too new for their receiver.
  await control("clock", { webhook_stamps: "real", advance_ms: 60_100 });
  await moveBudgetsBack((text, values) => database.query(text, values), eventId, 60_100);
}
