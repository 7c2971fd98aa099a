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
  program: ["program"],
  // The program is told in the event's time zone.
  event: ["entry", "program"],
  connection: ["entry"],
};
/** These concern everybody in the portal at the same moment. */
const OF_EVERYBODY: ReadonlySet<ChangeTopic> = new Set(["program", "event", "connection"]);

/** The queries of a portal that a batch of changes puts out of date, each once: the person's own, and everybody's. */
export function outdatedPortalKeys(
  eventId: string,
  { all, topics }: ChangeBatch,
): { own: QueryKey[]; everybodys: QueryKey[] } {
  const names = all ? (Object.keys(SHOWN_IN) as ChangeTopic[]) : [...topics.keys()];
  const viewsOf = (some: ChangeTopic[]) => [
    ...new Set(some.flatMap((topic) => SHOWN_IN[topic] ?? [])),
  ];
  const everybodys = viewsOf(names.filter((topic) => OF_EVERYBODY.has(topic)));
  const own = viewsOf(names.filter((topic) => !OF_EVERYBODY.has(topic)));
  const keysOf = (views: View[]) => [...views].map((view) => portalQueries[view](eventId).queryKey);
  return {
    own: keysOf(own.filter((view) => !everybodys.includes(view))),
    everybodys: keysOf(everybodys),
  };
}
