import { z } from "zod";
import { LIST_KINDS } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";
import { readListContext } from "./list/list-context";
import { planList, rowsOfPlan } from "./list/list-plan";
import { orderBySql } from "./list/page-order";
import type { ListPlaceView } from "./list-place-view";
import { StrictAddress } from "./list-query";
import { requireVisible } from "./mask";

const Input = z.object({
  eventId: z.string(),
  list: z.enum(LIST_KINDS),
  participantId: storableText(200),
  address: StrictAddress,
});

/**
 * Where somebody stands in a list as it is filtered and ordered now, and who beside them; null where the list does not
 * have them. Reads the whole list: for whoever is opened by a link, not for each step. Throws ZodError or AppError
 * `unauthenticated`, `not_found`.
 */
export async function findPlaceInList(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<ListPlaceView | null> {
  const { eventId, list, participantId, address } = Input.parse(raw);
  return readWithPermission(actor, eventId, "people.read", async (sql, reader) => {
    requireVisible(reader.sight, address);
    const fields = address.filters.map(({ field }) => field);
    const context = await readListContext(sql, eventId, fields);
    const plan = planList({ eventId, list, question: address, reader }, context);
    const { terms } = plan.order;
    const order = orderBySql(plan.order, (at) => terms[at]?.sql ?? "NULL", "p.participant_id");
    const { rows } = await sql.query<ListPlaceView>(
      `SELECT position, previous, next FROM (
         SELECT p.participant_id, (row_number() OVER place)::int AS position,
           lag(p.participant_id) OVER place AS previous, lead(p.participant_id) OVER place AS next
         FROM ${rowsOfPlan(plan)} WINDOW place AS (ORDER BY ${order})) AS placed
       WHERE participant_id = ${plan.to.add(participantId)}`,
      plan.to.values,
    );
    return rows[0] ?? null;
  });
}
