import type { SQLInputValue } from "node:sqlite";
import type { ParticipantRow } from "../store/rows";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** Columns to write. */
type ParticipantChanges = Partial<Record<keyof ParticipantRow, SQLInputValue>>;

/**
 * Writes columns of a participant and answers the new row. The time of the change, which `changes`
 * is handed and which becomes `updated_at`, only ever grows for one participant, so that
 * `occurred_at` orders what happened to them (contract 6.5).
 */
export function updateParticipant(
  platform: Platform,
  row: ParticipantRow,
  changes: (at: number) => ParticipantChanges,
): ParticipantRow {
  const at = Math.max(platform.clock.now(), row.updated_at + 1);
  const updated = { ...changes(at), updated_at: at };
  const columns = Object.keys(updated).map((column) => `${column} = ?`);
  platform.store.run(
    `UPDATE participants SET ${columns.join(", ")} WHERE id = ?`,
    ...Object.values(updated),
    row.id,
  );
  const fresh = platform.store.row<ParticipantRow>(
    "SELECT * FROM participants WHERE id = ?",
    row.id,
  );
  if (!fresh) throw notFound("participant");
  return fresh;
}
