import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import { readSavedViews } from "./read-saved-views";
import type { SavedViewView } from "./saved-view-view";
import { OfList } from "./view-input";

/**
 * The named views of a list that a member can open: their own and the team's. Throws ZodError, or AppError
 * `unauthenticated`, `not_found`.
 */
export async function listSavedViews(
  actor: Actor,
  raw: z.input<typeof OfList>,
): Promise<SavedViewView[]> {
  const of = OfList.parse(raw);
  return readEventAs(actor, of.eventId, "people.read", (db, member) =>
    readSavedViews(db, of, member),
  );
}
