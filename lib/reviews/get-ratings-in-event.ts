import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import { OfApplication } from "./of-application";
import type { RatingsView } from "./rating-view";
import { readRatings } from "./read-ratings";

/** What the team gave an application. Throws ZodError, or AppError `unauthenticated`, `not_found`, `forbidden`. */
export async function getRatingsInEvent(actor: Actor, raw: unknown): Promise<RatingsView> {
  const of = OfApplication.parse(raw);
  return readEventAs(actor, of.eventId, "reviews.read", (db, member) =>
    readRatings(db, of, member),
  );
}
