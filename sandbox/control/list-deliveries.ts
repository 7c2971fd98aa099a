import type { Platform } from "../platform/platform";
import type { AttemptRow, DeliveryRow } from "../store/rows";
import { formatOptionalTime, formatTime } from "../wire/format-time";

/** One delivery with its attempts, for tests and the developer console. */
export type DeliveryView = {
  id: string;
  event_id: string | null;
  type: string;
  state: string;
  fault: string | null;
  occurred_at: string;
  next_attempt_at: string | null;
  body: unknown;
  attempts: { number: number; at: string; status: number | null; error: string | null }[];
};

/** Every delivery, oldest first; `last` keeps only so many of the newest. */
export function listDeliveries(platform: Platform, last = 1_000_000): DeliveryView[] {
  const { store } = platform;
  const rows = store.rows<DeliveryRow>(
    "SELECT * FROM (SELECT * FROM deliveries ORDER BY seq DESC LIMIT ?) ORDER BY seq",
    last,
  );
  const attempts = Map.groupBy(
    store.rows<AttemptRow>("SELECT * FROM attempts ORDER BY delivery_id, number"),
    (attempt) => attempt.delivery_id,
  );
  return rows.map((row) => ({
    id: row.id,
    event_id: row.event_id,
    type: row.type,
    state: row.state,
    fault: row.fault,
    occurred_at: formatTime(row.occurred_at),
    next_attempt_at: formatOptionalTime(row.next_attempt_at),
    body: JSON.parse(row.body),
    attempts: (attempts.get(row.id) ?? []).map(formatAttempt),
  }));
}

function formatAttempt(row: AttemptRow) {
  return {
    number: row.number,
    at: formatTime(row.at),
    status: row.status,
    error: row.error,
    duration_ms: row.duration_ms,
  };
}
