import type { QueryKey } from "@tanstack/react-query";
import { portalQueries } from "@/components/queries/portal-queries";
import type { ChangeBatch } from "./batch-changes";
import type { ChangeTopic } from "./stream-message";

type View = Exclude<keyof typeof portalQueries, "all">;

const SHOWN_IN: Partial<Record<ChangeTopic, View[]>> = {
  participants: ["me", "myData"],
  // The door greets by the name that a sign-in brings.
  grants: ["me", "myData", "entry"],
  agenda: ["agenda", "myData"],
  program: ["program", "agenda"],
  // The program is told in the event's time zone.
  event: ["entry", "program"],
  connection: ["entry"],
};

/** The queries of a portal that a batch of changes puts out of date, each once. */
export function outdatedPortalKeys(eventId: string, { all, topics }: ChangeBatch): QueryKey[] {
  if (all) return [portalQueries.all(eventId)];
  const views = new Set([...topics.keys()].flatMap((topic) => SHOWN_IN[topic] ?? []));
  return [...views].map((view) => portalQueries[view](eventId).queryKey);
}
