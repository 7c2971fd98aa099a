import type { Actor } from "@/lib/members/actor";
import { seesAnswer } from "@/lib/members/sight-view";
import { readWithPermission } from "@/lib/members/with-permission";
import type { FormFieldView } from "./form-field-view";

/**
 * The fields of the event's own form, the most answered first, as kept by the mirror. A field that is
 * answered in several kinds is a text. None for whoever sees no answers. Throws AppError `unauthenticated`, `not_found`.
 */
export async function listFormFieldsInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<FormFieldView[]> {
  return readWithPermission(actor, eventId, "people.read", async (sql, { sight }) => {
    if (!sight.answers) return [];
    const { rows } = await sql.query<FormFieldView>(
      `SELECT field AS key, CASE WHEN count(*) = 1 THEN min(kind) ELSE 'text' END AS kind,
         sum(count)::int AS answered
       FROM form_field_counts WHERE event_id = $1 AND count > 0
       GROUP BY field ORDER BY answered DESC, key`,
      [eventId],
    );
    return rows.filter(({ key }) => seesAnswer(sight, key));
  });
}
