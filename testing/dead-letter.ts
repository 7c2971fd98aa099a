import { eventually } from "./eventually";
import type { FoyerUnderTest } from "./foyer-under-test";

/**
 * Lets `count` people apply while a fault of the database keeps Foyer from writing them, until all of their
 * deliveries are dead letters; then the fault is mended. The growing delays between attempts are cut short.
 */
export async function deadLetter(
  { control, database }: Pick<FoyerUnderTest, "control" | "database">,
  eventId: string,
  count: number,
): Promise<void> {
  await database.query(`
    CREATE OR REPLACE FUNCTION refuse_participants() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'out of order'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON participants
      FOR EACH ROW EXECUTE FUNCTION refuse_participants();`);
  await control("act", { action: "add_applications", event_id: eventId, count });
  await eventually(
    async () => {
      await database.query(
        "UPDATE deliveries SET attempts = 7, next_attempt_at = now() WHERE event_id = $1 AND state = 'pending'",
        [eventId],
      );
      await database.query("NOTIFY foyer_inbox");
      return database.query("SELECT 1 FROM deliveries WHERE event_id = $1 AND state = 'dead'", [
        eventId,
      ]);
    },
    ({ rowCount }) => rowCount === count,
    60_000,
  );
  await database.query("DROP TRIGGER refuse ON participants");
}
