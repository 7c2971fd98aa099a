import { eventually } from "./eventually";
import type { FoyerUnderTest } from "./foyer-under-test";

/** Waits until the first sync of an event has brought everything. */
export async function untilSynced(
  { database }: Pick<FoyerUnderTest, "database">,
  eventId: string,
): Promise<void> {
  await eventually(
    () =>
      database.query("SELECT 1 FROM sync_runs WHERE event_id = $1 AND state = 'completed'", [
        eventId,
      ]),
    ({ rowCount }) => rowCount === 1,
    60_000,
  );
}
