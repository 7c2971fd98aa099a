import type { QueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ChangeBatch } from "./batch-changes";
import { ON_ROWS, outdatedKeys } from "./outdated-keys";
import { refreshLists } from "./refresh-lists";

/** Fetches again what a batch of an event's changes has put out of date, and somebody looks at. */
export async function applyChanges(
  client: QueryClient,
  eventId: string,
  batch: ChangeBatch,
): Promise<void> {
  const people = batch.all ? undefined : changedPeople(batch);
  const keys = batch.all ? [eventQueries.all(eventId)] : outdatedKeys(eventId, batch);
  // In one moment, so that one answer brings what one screen shows.
  await Promise.all([
    people ? refreshLists(client, eventId, people) : null,
    ...keys.map((queryKey) => client.invalidateQueries({ queryKey })),
  ]);
}

function changedPeople({ topics }: ChangeBatch): ReadonlySet<string> | "any" | undefined {
  const changed = ON_ROWS.flatMap((topic) => topics.get(topic) ?? []);
  if (changed.length === 0) return undefined;
  if (changed.includes("any")) return "any";
  return new Set(changed.flatMap((ids) => [...ids]));
}
