import type { BenchRun } from "./bench-run";
import type { BenchFoyer } from "./start-bench-foyer";
import { until } from "./until";

/** Waits until the first sync of an event has brought everything. */
export async function untilSynced(
  { started }: BenchRun,
  { database }: BenchFoyer,
  eventId: string,
): Promise<void> {
  const isDone = async () => {
    const { rows } = await database.query(
      "SELECT 1 FROM sync_runs WHERE event_id = $1 AND state = 'completed'",
      [eventId],
    );
    return rows[0];
  };
  await until("the first sync", isDone, 60_000, started.interrupted);
}
