import type { EventRow } from "../store/rows";
import { formatEvent } from "../wire/format-event";
import type { Platform } from "./platform";

/** An event in wire shape, its participants counted. */
export function viewEvent(platform: Platform, event: EventRow) {
  const counted = platform.store.row<{ count: number }>(
    "SELECT count(*) AS count FROM participants WHERE event_id = ?",
    event.id,
  );
  return formatEvent(event, counted?.count ?? 0);
}
