import { z } from "zod";
import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import type { ExportFormat, ExportView } from "./export-view";

/** What was asked for: the list's canonical question, the columns in order, and who was picked. */
type ExportQuestion = { address: string; columns: string[]; picked?: Picked };

export type ExportRow = {
  id: string;
  list: ListKind;
  format: ExportFormat;
  question: ExportQuestion;
  state: ExportView["state"];
  total: number;
  written: number;
  created_at: Date;
};

/** A file of this member's, asked for within a day. Throws AppError `not_found` for every other. */
export async function readOwnExport(
  sql: Sql,
  eventId: string,
  memberId: string,
  exportId: string,
): Promise<ExportRow> {
  const isId = z.uuid().safeParse(exportId).success;
  const found = await sql.query<ExportRow>(
    `SELECT id, list, format, question, state, total, written, created_at FROM exports
     WHERE event_id = $1 AND id = $2 AND member_id = $3 AND created_at > now() - interval '1 day'`,
    [eventId, isId ? exportId : null, memberId],
  );
  const row = found.rows[0];
  if (!row)
    throw new AppError("not_found", "There is no such file here any more. Export it again.");
  return row;
}

export function viewExport(row: ExportRow): ExportView {
  const { id, format, state, total, written } = row;
  return { id, format, state, total, written, createdAt: row.created_at.toISOString() };
}
