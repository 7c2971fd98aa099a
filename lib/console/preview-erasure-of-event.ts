import { withEventSql } from "@/lib/db";
import type { ErasurePreviewView } from "@/lib/erasures/erasure-view";
import { previewErasure } from "@/lib/erasures/preview-erasure";
import { EventId } from "@/lib/event-id";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { noSuchConnection } from "./in-connection";

/**
 * What erasing everything of one event would delete now. Throws AppError `unauthenticated`, or
 * `not_found` for an event that has no connection (any more).
 */
export async function previewErasureOfEvent(
  actor: OperatorActor,
  { eventId }: { eventId: string },
): Promise<ErasurePreviewView> {
  await requireOperator(actor);
  const id = EventId.safeParse(eventId);
  if (!id.success) throw noSuchConnection();
  return withEventSql(id.data, async (sql) => {
    const found = await sql.query("SELECT 1 FROM connections WHERE event_id = $1", [id.data]);
    if (found.rowCount === 0) throw noSuchConnection();
    return previewErasure(sql, id.data, "all");
  });
}
