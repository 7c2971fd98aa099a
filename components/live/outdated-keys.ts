import type { QueryKey } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ChangeBatch } from "./batch-changes";

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

/** The queries that a batch of changes puts out of date, but for the lists of people. */
export function outdatedKeys(eventId: string, { topics }: Pick<ChangeBatch, "topics">): QueryKey[] {
  const keys: QueryKey[] = [];
  const people = topics.get("participants");
  if (people === "any") keys.push(eventQueries.people(eventId));
  else for (const id of people ?? []) keys.push(eventQueries.person(eventId, id).queryKey);
  if (people) keys.push(eventQueries.allCounts(eventId), eventQueries.allPlaces(eventId));
  if (topics.has("program")) keys.push(eventQueries.program(eventId).queryKey);
  const noted = topics.get("notes");
  if (noted === "any") keys.push(eventQueries.allNotes(eventId));
  else for (const id of noted ?? []) keys.push(eventQueries.notes(eventId, id).queryKey);
  const rated = topics.get("ratings");
  if (rated === "any") keys.push(eventQueries.allRatings(eventId));
  else for (const id of rated ?? []) keys.push(eventQueries.ratings(eventId, id).queryKey);
  // How the team reviews is also what its members see.
  if (topics.get("review") === "any") keys.push(eventQueries.all(eventId));
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
