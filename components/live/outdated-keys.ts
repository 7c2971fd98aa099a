import type { QueryKey } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ChangeBatch } from "./batch-changes";

/** The queries that a batch of changes puts out of date, but for lists whose changed rows are named. */
export function outdatedKeys(eventId: string, { all, topics }: ChangeBatch): QueryKey[] {
  if (all) return [eventQueries.all(eventId)];
  const keys: QueryKey[] = [];
  const people = topics.get("participants");
  if (people === "any") keys.push(eventQueries.lists(eventId));
  if (people === "any") keys.push(eventQueries.people(eventId));
  else for (const id of people ?? []) keys.push(eventQueries.person(eventId, id).queryKey);
  if (people) keys.push(eventQueries.allCounts(eventId));
  if (topics.has("program")) keys.push(eventQueries.program(eventId).queryKey);
  if (topics.has("views")) keys.push(eventQueries.allSavedViews(eventId));
  if (topics.has("sync")) keys.push(eventQueries.sync(eventId).queryKey);
  if (topics.has("connection")) {
    keys.push(eventQueries.trail(eventId).queryKey, eventQueries.erasure(eventId).queryKey);
  }
  const inOverview = ["participants", "event", "sync", "connection", "deliveries"] as const;
  if (inOverview.some((topic) => topics.has(topic))) {
    keys.push(eventQueries.overview(eventId).queryKey);
  }
  return keys;
}

/** Whether a key of {@link outdatedKeys} is that of the overview, which every page of an event shows. */
export function isOverview(key: QueryKey): boolean {
  return key[2] === "overview";
}
