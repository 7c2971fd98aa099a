import type { ErasureScope } from "@/lib/connections/event-overview-view";
import type { Actor } from "@/lib/members/actor";
import { withPermission } from "@/lib/members/with-permission";
import type { ErasurePreviewView } from "./erasure-view";
import { previewErasure } from "./preview-erasure";

/**
 * What the erasure that is open or under way would delete now, for any member of the event; without one,
 * what an erasure of everything would. Throws AppError `unauthenticated`, `not_found`.
 */
export async function previewErasureForMember(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<ErasurePreviewView> {
  return withPermission(actor, eventId, "erasure.preview", async (sql) => {
    const found = await sql.query<{ scope: ErasureScope }>(
      "SELECT scope FROM erasures WHERE event_id = $1 AND state IN ('open', 'running')",
      [eventId],
    );
    return previewErasure(sql, eventId, found.rows[0]?.scope ?? "all");
  });
}
