import { eventually } from "./eventually";
import type { FoyerUnderTest } from "./foyer-under-test";

/** Waits until everything that Revento has told is delivered, and everything delivered is processed. */
export async function untilMirrored({
  control,
  database,
}: Pick<FoyerUnderTest, "control" | "database">): Promise<void> {
  await control("deliveries/settle", { timeout_ms: 10_000 });
  await eventually(
    () => database.query("SELECT 1 FROM deliveries WHERE state = 'pending' LIMIT 1"),
    ({ rowCount }) => rowCount === 0,
    20_000,
  );
}
