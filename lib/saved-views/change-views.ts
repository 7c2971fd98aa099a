import { refusalOf } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { EventChangeInPrisma } from "@/lib/live/change-event";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs, type Member } from "@/lib/members/with-permission";

/**
 * {@link changeEventAs} for views: one writer of an event at a time, so that the number of its views can be counted
 * on. Throws AppError `conflict` for a name that is taken.
 */
export async function changeViews<T>(
  actor: Actor,
  eventId: string,
  work: (change: EventChangeInPrisma, member: Member) => Promise<T>,
): Promise<T> {
  return changeEventAs(actor, eventId, "views.write", work).catch(refuseTakenName);
}

function refuseTakenName(error: unknown): never {
  if (refusalOf(error)?.constraint !== "saved_views_by_name") throw error;
  throw new AppError("conflict", "There is a view of this name already. Choose another one.");
}
