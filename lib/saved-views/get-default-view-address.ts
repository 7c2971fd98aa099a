import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import { readListLayout } from "./read-list-layout";
import { readSavedViews } from "./read-saved-views";
import { OfList } from "./view-input";

/**
 * What a list opens with when its address says nothing: the canonical address of the member's default view
 * with `view=` its id; null for none. Throws ZodError, or AppError `unauthenticated`, `not_found`.
 */
export async function getDefaultViewAddress(
  actor: Actor,
  raw: z.input<typeof OfList>,
): Promise<string | null> {
  const { eventId, list } = OfList.parse(raw);
  return readEventAs(actor, eventId, "people.read", async (db, member) => {
    const { defaultViewId } = await readListLayout(db, {
      eventId,
      list,
      memberId: member.memberId,
    });
    if (!defaultViewId) return null;
    const [view] = await readSavedViews(db, { eventId, list }, member, defaultViewId);
    if (!view) return null;
    const search = new URLSearchParams(view.address);
    search.set("view", view.id);
    return search.toString();
  });
}
