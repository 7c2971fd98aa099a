import { fieldOfSort } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { shareByHead } from "@/lib/live/share-by-head";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import type { ListQuery } from "@/lib/participants/list-query";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { readList } from "./read-list";
import { readReviewMarks } from "./read-review-marks";
import { sharedBy } from "./reader";

/**
 * A page of a list as a member sees it: its rows once for everybody who sees the same, and on each what the team made
 * of it. Throws AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function readListInEvent(
  actor: Actor,
  list: ListKind,
  query: ListQuery,
): Promise<ApplicationListView> {
  const { eventId, address } = query;
  const fields = [...address.filters.map(({ field }) => field), ...address.sort.map(fieldOfSort)];
  return readWithPermission(actor, eventId, "people.read", async (sql, reader) => {
    const shared = `${list} ${JSON.stringify([query, sharedBy(reader, fields)])}`;
    const view = await shareByHead(sql, eventId, shared, () => readList(sql, list, reader, query));
    if (reader.sight.ratings === "none" || view.rows.length === 0) return view;
    const ids = view.rows.map(({ participantId }) => participantId);
    const marks = await readReviewMarks(sql, eventId, ids, reader);
    return {
      ...view,
      rows: view.rows.map((row) => ({ ...row, ...marks.get(row.participantId) })),
    };
  });
}
