import { withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import type { UnknownTypeView } from "./delivery-list-view";

type Row = { type: string; count: number; events: number; last_at: Date };

const MOST_TYPES = 100;

/**
 * The types of deliveries that Foyer does not know (contract 6.7), over all events, the latest first.
 * Throws AppError `unauthenticated`.
 */
export async function listUnknownTypes(actor: OperatorActor): Promise<UnknownTypeView[]> {
  await requireOperator(actor);
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<Row>(
      `SELECT type, count(*)::int AS count, count(DISTINCT event_id)::int AS events,
         max(received_at) AS last_at
       FROM deliveries WHERE outcome = 'unknown_type'
       GROUP BY type ORDER BY last_at DESC LIMIT ${MOST_TYPES}`,
    );
    return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: last_at.toISOString() }));
  });
}
