import type { QueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ChangeBatch } from "./batch-changes";
import { outdatedKeys } from "./outdated-keys";
import { refreshLists } from "./refresh-lists";

/** Fetches again what a batch of an event's changes has put out of date, and somebody looks at. */
export async function applyChanges(
  client: QueryClient,
  eventId: string,
  batch: ChangeBatch,
): Promise<void> {
  const people = batch.all ? undefined : batch.topics.get("participants");
  const keys = batch.all ? [eventQueries.all(eventId)] : outdatedKeys(eventId, batch);
  // In one moment, so that one answer brings what one screen shows.
  await Promise.all([
    people ? refreshLists(client, eventId, people) : null,
    ...keys.map((queryKey) => client.invalidateQueries({ queryKey })),
  ]);
}
