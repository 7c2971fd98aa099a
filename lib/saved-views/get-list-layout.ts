import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { seesField } from "@/lib/members/sight-view";
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
  return readEventAs(actor, of.eventId, "people.read", async (db, { memberId, sight }) => {
    const layout = await readListLayout(db, { ...of, memberId });
    const sees = (field: string) => seesField(sight, field);
    return {
      ...layout,
      columns: layout.columns.filter(({ id }) => sees(id)),
      usual: layout.usual.filter(sees),
    };
  });
}
