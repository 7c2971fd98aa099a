import { z } from "zod";
import { type Sql, withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { countDeliveries, MOST_COUNTED } from "./count-deliveries";
import { decodeDeliveryCursor, encodeDeliveryCursor } from "./delivery-cursor";
import { conditionOf, DeliveryFilter } from "./delivery-filter";
import type { DeliveryListView } from "./delivery-list-view";
import { DELIVERY_COLUMNS, type DeliveryRecord, viewDelivery } from "./view-delivery";

const ListDeliveries = DeliveryFilter.extend({ cursor: z.string().max(1_000).optional() });
type ListDeliveries = z.output<typeof ListDeliveries>;

const PAGE_SIZE = 50;

type Row = DeliveryRecord & { received_exactly: string };

/**
 * The deliveries of all events that a filter matches, the newest first, 50 a page. Throws AppError
 * `unauthenticated`, `invalid` for a foreign cursor; ZodError.
 */
export async function listDeliveriesOfAllEvents(
  actor: OperatorActor,
  raw: unknown,
): Promise<DeliveryListView> {
  await requireOperator(actor);
  const input = ListDeliveries.parse(raw);
  return withSystemSql(async (sql) => {
    const rows = await readPage(sql, input);
    const shown = rows.slice(0, PAGE_SIZE);
    const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
    return {
      rows: shown.map(viewDelivery),
      nextCursor:
        last === undefined
          ? null
          : encodeDeliveryCursor([last.received_exactly, last.event_id, last.delivery_id]),
      total: await countMatching(sql, input),
      counts: await countDeliveries(sql),
    };
  });
}

async function readPage(sql: Sql, { cursor, ...filter }: ListDeliveries): Promise<Row[]> {
  const { text, values } = conditionOf(filter);
  const after = cursor === undefined ? [] : decodeDeliveryCursor(cursor);
  const [at, event, delivery] = [1, 2, 3].map((nth) => `$${values.length + nth}`);
  // The moment stands alone, too: an index is entered by it, whatever follows.
  const beyond = cursor
    ? `AND d.received_at <= ${at}::timestamptz
       AND (d.received_at, d.event_id, d.delivery_id) < (${at}::timestamptz, ${event}, ${delivery}::uuid)`
    : "";
  const { rows } = await sql.query<Row>(
    `SELECT ${DELIVERY_COLUMNS}, (d.received_at AT TIME ZONE 'UTC')::text || '+00' AS received_exactly
     FROM deliveries d WHERE ${text} ${beyond}
     ORDER BY d.received_at DESC, d.event_id DESC, d.delivery_id DESC LIMIT ${PAGE_SIZE + 1}`,
    [...values, ...after],
  );
  return rows;
}

async function countMatching(sql: Sql, filter: DeliveryFilter): Promise<number> {
  const { text, values } = conditionOf(filter);
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT 1 FROM deliveries d WHERE ${text} LIMIT ${MOST_COUNTED}) counted`,
    values,
  );
  return rows[0]?.count ?? 0;
}
