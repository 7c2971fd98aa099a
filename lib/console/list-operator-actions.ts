import { z } from "zod";
import { CursorMoment, decodeCursor, encodeCursor } from "@/lib/cursor";
import { withSystemSql } from "@/lib/db";
import { EventId } from "@/lib/event-id";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import type { OperatorActionListView } from "./operator-action-view";

const ListActions = z.object({
  event: EventId.optional(),
  cursor: z.string().max(500).optional(),
});
const Cursor = z.tuple([CursorMoment, z.uuid()]);

const PAGE_SIZE = 50;

type Row = {
  event_id: string;
  id: string;
  at: Date;
  operator: string;
  action: string;
  reason: string;
  detail: Record<string, unknown>;
};

/**
 * What operators did, and why, over all events, the newest first, 50 a page. Throws AppError
 * `unauthenticated`, `invalid` for a foreign cursor; ZodError.
 */
export async function listOperatorActions(
  actor: OperatorActor,
  raw: unknown,
): Promise<OperatorActionListView> {
  await requireOperator(actor);
  const { event, cursor } = ListActions.parse(raw);
  const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, Cursor);
  const rows = await withSystemSql(async (sql) => {
    const found = await sql.query<Row>(
      `SELECT event_id, id, at, operator, action, reason, detail FROM operator_actions
       WHERE ($1::text IS NULL OR event_id = $1)
         AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
       ORDER BY at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`,
      [event ?? null, at, id],
    );
    return found.rows;
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ event_id, ...row }) => ({
      ...row,
      eventId: event_id || null,
      at: row.at.toISOString(),
    })),
    nextCursor: last ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}
