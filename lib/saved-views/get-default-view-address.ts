import type { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
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
  return readWithPermission(actor, eventId, "people.read", async (sql, { memberId }) => {
    const { rows } = await sql.query<{ id: string; address: string }>({
      name: "read-default-view",
      text: `SELECT v.id, v.address
        FROM list_layouts l JOIN saved_views v ON v.event_id = $1 AND v.id = l.default_view_id
        WHERE l.event_id = $1 AND l.member_id = $2 AND l.list = $3
          AND v.list = $3 AND (v.owner_id IS NULL OR v.owner_id = $2)`,
      values: [eventId, memberId, list],
    });
    const [view] = rows;
    if (!view) return null;
    const search = new URLSearchParams(view.address);
    search.set("view", view.id);
    return search.toString();
  });
}
