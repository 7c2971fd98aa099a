import type { Sql } from "@/lib/db";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListQuery } from "@/lib/participants/list-query";
import { requireVisible } from "@/lib/participants/mask";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { countList } from "./count-list";
import { readListContext } from "./list-context";
import { readListPage } from "./read-list-page";
import type { Reader } from "./reader";

/** A page of a list and, if they are asked, its counts. Throws AppError `invalid` for a foreign cursor or a hidden field. */
export async function readList(
  sql: Sql,
  list: ListKind,
  reader: Reader,
  { eventId, address, cursor, offset, limit, counts }: ListQuery,
): Promise<ApplicationListView> {
  requireVisible(reader.sight, address);
  const fields = address.filters.map(({ field }) => field);
  const context = await readListContext(sql, eventId, fields);
  const asked = { eventId, list, question: address, reader, cursor };
  const page = await readListPage(sql, asked, context, { skip: offset, limit });
  if (!counts) return { ...page, total: null, facets: null };
  const { total, facets } = await countList(sql, asked, ["status"], context);
  const status = facets.status?.values.map(({ value, count }) => [value, count]) ?? [];
  return { ...page, total, facets: { status: Object.fromEntries(status) } };
}
