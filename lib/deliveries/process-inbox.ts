import { logOf } from "@/lib/log";
import { listEventsWithWaitingDeliveries } from "./list-events-with-waiting-deliveries";
import { processEventDeliveries } from "./process-event-deliveries";
import { INTEGRATION, processIntegrationDeliveries } from "./process-integration-deliveries";

/**
 * Works the inbox off until nothing is due that no other worker is at: event by event, the longest
 * waiting first, a batch each per round, so that a long backlog of one does not hold up the others.
 * Trouble with one event is logged and left for the next call. Answers how many deliveries it looked
 * at; rejects when the database is away.
 */
export async function processInbox(signal?: AbortSignal): Promise<number> {
  const troubled = new Set<string>();
  let total = 0;
  for (;;) {
    let round = 0;
    for (const eventId of await listEventsWithWaitingDeliveries()) {
      if (signal?.aborted) return total;
      if (troubled.has(eventId)) continue;
      const count = await processOne(eventId);
      if (count === null) troubled.add(eventId);
      else round += count;
    }
    total += round;
    if (round === 0) return total;
  }
}

/** Null: there was trouble. */
async function processOne(eventId: string): Promise<number | null> {
  try {
    if (eventId === INTEGRATION) return await processIntegrationDeliveries();
    return await processEventDeliveries(eventId);
  } catch (error) {
    logOf("deliveries").error({ err: error, eventId }, "could not process an event's deliveries");
    return null;
  }
}
