import type { QueryKey } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ChangeBatch } from "./batch-changes";
import type { ChangeTopic } from "./stream-message";

const IN_OVERVIEW = [
  "participants",
  "event",
  "sync",
  "connection",
  "members",
  "review",
  "reviewers",
] as const;
/** What a delivery can change: it stands in the list of the last ones, too. */
const BY_DELIVERY = ["participants", "event", "program", "deliveries"] as const;

/** What stands on the rows of people. */
export const ON_ROWS = ["participants", "ratings", "labels", "notes"] as const;

/** What the team makes of applications, for each other. */
function keysOfReviews(eventId: string, topics: ChangeBatch["topics"]): QueryKey[] {
  const keys: QueryKey[] = [];
  const each = (topic: ChangeTopic, all: QueryKey, one: (id: string) => QueryKey) => {
    const ids = topics.get(topic);
    if (ids === "any") keys.push(all);
    else for (const id of ids ?? []) keys.push(one(id));
  };
  const person = (id: string) => eventQueries.person(eventId, id).queryKey;
  const ratings = (id: string) => eventQueries.ratings(eventId, id).queryKey;
  each("notes", eventQueries.allNotes(eventId), (id) => eventQueries.notes(eventId, id).queryKey);
  each("ratings", eventQueries.allRatings(eventId), ratings);
  each("ratings", eventQueries.people(eventId), person);
  each("labels", eventQueries.people(eventId), person);
  // What changed since a rating stands beside it.
  each("participants", eventQueries.allRatings(eventId), ratings);
  each(
    "presence",
    eventQueries.allPresences(eventId),
    (id) => eventQueries.presence(eventId, id).queryKey,
  );
  if (topics.has("notes")) keys.push(eventQueries.mentions(eventId).queryKey);
  if (topics.has("labels")) keys.push(eventQueries.labels(eventId).queryKey);
  if (["participants", "ratings", "labels"].some((topic) => topics.has(topic as ChangeTopic))) {
    keys.push(eventQueries.reviewProgress(eventId).queryKey);
  }
  // How the team reviews is also what its members see.
  if (topics.get("review") === "any") keys.push(eventQueries.all(eventId));
  return keys;
}

/** The queries that a batch of changes puts out of date, but for the lists of people. */
export function outdatedKeys(eventId: string, { topics }: Pick<ChangeBatch, "topics">): QueryKey[] {
  const keys: QueryKey[] = [...keysOfReviews(eventId, topics)];
  const people = topics.get("participants");
  if (people === "any") keys.push(eventQueries.people(eventId));
  else for (const id of people ?? []) keys.push(eventQueries.person(eventId, id).queryKey);
  if (ON_ROWS.some((topic) => topics.has(topic))) {
    keys.push(eventQueries.allCounts(eventId), eventQueries.allPlaces(eventId));
  }
  if (topics.has("program")) keys.push(eventQueries.program(eventId).queryKey);
  if (topics.has("members")) keys.push(eventQueries.members(eventId).queryKey);
  if (topics.has("views")) keys.push(eventQueries.allSavedViews(eventId));
  if (topics.has("sync")) {
    keys.push(eventQueries.sync(eventId).queryKey, eventQueries.corrections(eventId).queryKey);
  }
  if (topics.has("sync") || topics.has("connection")) {
    keys.push(eventQueries.connectionFacts(eventId).queryKey);
  }
  if (topics.has("connection")) {
    keys.push(eventQueries.trail(eventId).queryKey, eventQueries.erasure(eventId).queryKey);
  }
  if (IN_OVERVIEW.some((topic) => topics.has(topic))) {
    keys.push(eventQueries.overview(eventId).queryKey);
  }
  if (BY_DELIVERY.some((topic) => topics.has(topic))) {
    keys.push(eventQueries.deliveries(eventId).queryKey);
  }
  return keys;
}
