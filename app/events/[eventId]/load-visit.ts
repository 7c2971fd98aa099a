import { headers } from "next/headers";
import { currentActor } from "@/app/actor";
import { logOf } from "@/lib/log";
import { noteVisitInEvent } from "@/lib/members/note-visit-in-event";
import type { VisitView } from "@/lib/members/visit-view";

const FIRST_VISIT: VisitView = { since: null, applied: 0 };

/**
 * What is new to whoever opens a page of the event. A page that is only fetched ahead is no visit, and one whose
 * visit could not be written down is shown all the same.
 */
export async function loadVisit(eventId: string): Promise<VisitView> {
  if ((await headers()).has("next-router-prefetch")) return FIRST_VISIT;
  try {
    return await noteVisitInEvent(await currentActor(), { eventId });
  } catch (error) {
    logOf("members").warn({ err: error, eventId }, "a visit was not written down");
    return FIRST_VISIT;
  }
}
