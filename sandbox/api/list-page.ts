import { PlatformError } from "../platform/platform-error";
import type { SqlRow, Store } from "../store/store";

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 50;

/** A page of a list (contract 4.1). */
export type ListPage<T> = { data: T[]; next_cursor: string | null; has_more: boolean };

/** The tables that have a list; a name from here goes into SQL. */
export type ListTable =
  | "participants"
  | "days"
  | "threads"
  | "locations"
  | "activities"
  | "registration_waves"
  | "connections";

/**
 * One page of an event's rows (or of all rows, with a null event) in the order they were inserted, so that rows inserted meanwhile come
 * at the end and shift nothing. The cursor belongs to its list and event; another one, a malformed
 * one, or a limit outside 1 to 50 is a 400 `invalid_request` (A).
 */
export function listPage<Row extends SqlRow & { seq: number }, Wire>(
  store: Store,
  list: {
    table: ListTable;
    eventId: string | null;
    query: URLSearchParams;
    format: (row: Row) => Wire;
  },
): ListPage<Wire> {
  const limit = readLimit(list.query.get("limit"));
  const scope = list.eventId ?? "all";
  const after = readCursor(list.query.get("cursor"), list.table, scope);
  const rows =
    list.eventId === null
      ? store.rows<Row>(
          `SELECT * FROM ${list.table} WHERE seq > ? ORDER BY seq LIMIT ?`,
          after,
          limit + 1,
        )
      : store.rows<Row>(
          `SELECT * FROM ${list.table} WHERE event_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
          list.eventId,
          after,
          limit + 1,
        );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return {
    data: shown.map(list.format),
    next_cursor: hasMore && last ? writeCursor(last.seq, list.table, scope) : null,
    has_more: hasMore,
  };
}

function readLimit(value: string | null): number {
  if (value === null) return DEFAULT_LIMIT;
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new PlatformError(400, "invalid_request", `limit must be from 1 to ${MAX_LIMIT}.`);
}

function writeCursor(seq: number, table: ListTable, scope: string): string {
  return Buffer.from(`${table}/${scope}/${seq}`).toString("base64url");
}

function readCursor(cursor: string | null, table: ListTable, scope: string): number {
  if (cursor === null) return 0;
  const [ofTable, ofScope, seq] = Buffer.from(cursor, "base64url").toString().split("/");
  if (ofTable === table && ofScope === scope && /^\d+$/.test(seq ?? "")) return Number(seq);
  throw new PlatformError(400, "invalid_request", "The cursor does not belong to this list.");
}
