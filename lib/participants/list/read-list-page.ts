import type { Sql } from "@/lib/db";
import { foldedWords } from "@/lib/list-address/fold-text";
import { maskRow } from "@/lib/participants/mask";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { type ListRow, viewListRow } from "@/lib/participants/view-participant";
import type { ListContext } from "./list-context";
import { encodeListCursor } from "./list-cursor";
import { type ListAsked, planList } from "./list-plan";
import { MOMENTS_AS_TEXT } from "./moment-text";
import type { PageOrder } from "./page-order";
import { keyNames, type PageBounds, pageStatement } from "./page-statement";

type Key = string | number | null;
type Found = ListRow & Record<`key_${number}`, Key>;

/** The rows of one page of a list, in one statement. Throws AppError `invalid` for a foreign cursor. */
export async function readListPage(
  sql: Sql,
  asked: ListAsked,
  context: ListContext,
  bounds: PageBounds,
): Promise<Pick<ApplicationListView, "rows" | "nextCursor">> {
  const plan = planList(asked, context);
  const statement = pageStatement(plan, bounds);
  if (!statement) return { rows: [], nextCursor: null };
  const { rows } = await sql.query<Found>({ ...statement, types: MOMENTS_AS_TEXT });
  const { limit } = bounds;
  const words = foldedWords(asked.question.q);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows
      .slice(0, limit)
      .map((row) =>
        viewListRow(asked.reader ? maskRow(asked.reader.sight, row) : row, limit, words),
      ),
    nextCursor: last ? cursorAfter(last, plan.order) : null,
  };
}

function cursorAfter(row: Found, order: PageOrder): string {
  const keys = keyNames(order).map((name) => {
    const key = row[name as `key_${number}`] ?? null;
    return key === null ? null : String(key);
  });
  return encodeListCursor(order.sort, { keys, id: row.participant_id });
}
