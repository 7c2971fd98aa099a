import type { Sql } from "@/lib/db";
import type { DeliveryListView } from "./delivery-list-view";

/** Beyond it only "many" is interesting, and counting takes longer than reading a page. */
export const MOST_COUNTED = 10_000;

/** Across events: deliveries that wait, are dead letters, or have an unknown type; each up to 10,000. */
export async function countDeliveries(sql: Sql): Promise<DeliveryListView["counts"]> {
  const count = (condition: string) =>
    `(SELECT count(*) FROM (
       SELECT 1 FROM deliveries WHERE ${condition} LIMIT ${MOST_COUNTED}) counted)::int`;
  const { rows } = await sql.query<DeliveryListView["counts"]>(
    `SELECT ${count("state = 'pending'")} AS waiting, ${count("state = 'dead'")} AS dead,
       ${count("outcome = 'unknown_type'")} AS "unknownTypes"`,
  );
  return rows[0] ?? { waiting: 0, dead: 0, unknownTypes: 0 };
}
