import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import type { ListLayoutView } from "./list-layout-view";
import { readListLayout } from "./read-list-layout";
import { OfList } from "./view-input";

/**
 * How a member has arranged a list, for themselves alone. Throws ZodError, or AppError `unauthenticated`,
 * `not_found`.
 */
export async function getListLayout(
  actor: Actor,
  raw: z.input<typeof OfList>,
): Promise<ListLayoutView> {
  const of = OfList.parse(raw);
  return readEventAs(actor, of.eventId, "people.read", (db, { memberId }) =>
    readListLayout(db, { ...of, memberId }),
  );
}
