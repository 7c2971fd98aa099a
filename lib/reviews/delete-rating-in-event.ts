import type { Actor } from "@/lib/members/actor";
import { OfApplication } from "./of-application";
import { rateApplicationInEvent } from "./rate-application-in-event";
import type { RatingsView } from "./rating-view";

/** Takes one's own rating back; without one it does nothing. Throws like {@link rateApplicationInEvent}. */
export async function deleteRatingInEvent(actor: Actor, raw: unknown): Promise<RatingsView> {
  return rateApplicationInEvent(actor, OfApplication.parse(raw));
}
