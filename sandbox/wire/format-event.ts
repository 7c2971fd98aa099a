import type { EventRow } from "../store/rows";
import { formatTime } from "./format-time";

/** An event as the API and webhooks show it (contract 4.6); `participant_count` is assumed (A). */
export function formatEvent(row: EventRow, participantCount: number) {
  return {
    id: row.id,
    organization_id: row.organization_id,
    title: row.title,
    description: row.description,
    starts_at: formatTime(row.starts_at),
    ends_at: formatTime(row.ends_at),
    publish_status: row.publish_status,
    min_age: row.min_age,
    timezone: row.timezone,
    participant_count: participantCount,
    updated_at: formatTime(row.updated_at),
  };
}
