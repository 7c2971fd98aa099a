import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { questionOf } from "@/lib/list-address/list-address";
import { answerField, LIST_KINDS } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { withPermission } from "@/lib/members/with-permission";
import { requireVisible } from "@/lib/participants/mask";
import { countPicked } from "@/lib/participants/read-list-in-batches";
import { storableText } from "@/lib/storable-text";
import { isExportColumn } from "./export-columns";
import { type ExportRow, viewExport } from "./export-row";
import { takeExportSlot } from "./export-slots";
import { EXPORT_FORMATS, type ExportView } from "./export-view";
import { readStrictly } from "./read-strictly";
import { MOST_XLSX_ROWS, tooManyRows } from "./xlsx/write-xlsx";

const Id = storableText(200).min(1);
const Ids = z.array(Id).max(10_000);

const Input = z.object({
  eventId: z.string(),
  list: z.enum(LIST_KINDS),
  format: z.enum(EXPORT_FORMATS),
  address: z.string().max(32_000).default(""),
  /** Fields, "answers" for all answers in its place, and "participant" and "application" for the ids. */
  columns: z.array(Id).min(1).max(500),
  picked: z.union([z.strictObject({ ids: Ids }), z.strictObject({ allBut: Ids })]).optional(),
});

/**
 * Asks for a file of a list: its question, its columns in order, all of its rows or those picked. Leaves
 * the event's audit an entry, because from here on the rows are elsewhere. Throws ZodError or AppError
 * `invalid` (also for more rows than the format holds), `unauthenticated`, `not_found`, `rate_limited`.
 */
export async function createExport(actor: Actor, raw: unknown): Promise<ExportView> {
  const input = Input.parse(raw);
  const { eventId, list, format, picked } = input;
  const address = readStrictly(input.address);
  return withPermission(actor, eventId, "people.export", async (sql, reader) => {
    const { memberId } = reader;
    requireVisible(reader.sight, address, input.columns);
    // Asked now, while there is a page to say it on; whoever fetches the file takes it.
    takeExportSlot(memberId)();
    const columns = await expandColumns(sql, eventId, input.columns);
    const total = await countPicked(sql, eventId, { list, address, picked, reader });
    if (format === "xlsx" && total > MOST_XLSX_ROWS) throw tooManyRows();
    const question = { address: questionOf(address), columns, picked };
    const made = await sql.query<ExportRow>(
      `INSERT INTO exports (event_id, id, member_id, list, format, question, state, total)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7)
       RETURNING id, list, format, question, state, total, written, created_at`,
      [eventId, randomUUID(), memberId, list, format, JSON.stringify(question), total],
    );
    await recordAudit(sql, eventId, memberId, "list.exported", { list, format, rows: total });
    return viewExport(made.rows[0] as ExportRow);
  });
}

/** Puts every field of the form where "answers" stands. Throws AppError `invalid` for an unknown column. */
async function expandColumns(sql: Sql, eventId: string, asked: string[]): Promise<string[]> {
  const columns = asked.includes("answers")
    ? await readAnswerFields(sql, eventId).then((all) =>
        asked.flatMap((each) =>
          each === "answers" ? all.filter((field) => !asked.includes(field)) : each,
        ),
      )
    : asked;
  const unknown = columns.find((column) => !isExportColumn(column));
  if (unknown !== undefined) throw new AppError("invalid", `There is no column ${unknown}.`);
  return [...new Set(columns)];
}

async function readAnswerFields(sql: Sql, eventId: string): Promise<string[]> {
  const found = await sql.query<{ field: string }>(
    `SELECT field FROM form_field_counts WHERE event_id = $1 AND count > 0
     GROUP BY field ORDER BY field`,
    [eventId],
  );
  return found.rows.map((row) => answerField(row.field));
}
