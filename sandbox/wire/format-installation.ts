import type { ConnectionRow } from "../store/rows";
import { formatTime } from "./format-time";

/** One line of the developer's list of installations (contract 4, last row; fields A). */
export function formatInstallation(row: ConnectionRow) {
  return {
    event_id: row.event_id,
    organization_id: row.organization_id,
    status: row.status,
    connected_at: formatTime(row.connected_at),
    scope: row.scope,
  };
}
