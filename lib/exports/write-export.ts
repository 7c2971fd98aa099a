import { z } from "zod";
import { withEventSql } from "@/lib/db";
import { readListAddress } from "@/lib/list-address/list-address";
import { isReviewField } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { readReviewMarks } from "@/lib/participants/list/read-review-marks";
import type { Reader } from "@/lib/participants/list/reader";
import { requireVisible } from "@/lib/participants/mask";
import { readListInBatches } from "@/lib/participants/read-list-in-batches";
import type { ParticipantRow } from "@/lib/participants/view-participant";
import { type ExportedRow, exportColumns } from "./export-columns";
import { type ExportRow, readOwnExport } from "./export-row";
import { ExportRun } from "./export-run";
import { takeExportSlot } from "./export-slots";
import type { ExportFormat } from "./export-view";
import { fileName } from "./file-name";
import type { FileRows } from "./file-rows";
import { readEvent } from "./read-event";
import { streamExport } from "./stream-export";
import { writeCsv } from "./write-csv";
import { writeJson } from "./write-json";
import { writeXlsx } from "./xlsx/write-xlsx";

const BATCH = 2_000;

const FORMATS: Record<
  ExportFormat,
  { mediaType: string; write: (rows: FileRows) => AsyncGenerator<Uint8Array> }
> = {
  csv: { mediaType: "text/csv; charset=utf-8; header=present", write: writeCsv },
  json: { mediaType: "application/json; charset=utf-8", write: writeJson },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: writeXlsx,
  },
};

const Input = z.object({ eventId: z.string(), exportId: z.string() });

/** After so many ms in which nobody reads on, a file is given up. */
const PATIENCE_MS = 60_000;

/** `body` is written as fast as it is read: nothing is asked of the database before somebody reads. */
export type ExportFile = { name: string; mediaType: string; body: ReadableStream<Uint8Array> };

/**
 * The file of an export, for the member who asked for it, as often as they like within a day: the list
 * as it is now. Throws AppError `unauthenticated`, `not_found`, `rate_limited`. The body fails when the
 * member's seat, the event or the file is gone meanwhile, and after a minute in which nobody reads.
 */
export async function writeExport(actor: Actor, raw: z.input<typeof Input>): Promise<ExportFile> {
  const { eventId, exportId } = Input.parse(raw);
  const { row, title, clock, waves, names, reader, giveBack } = await readWithPermission(
    actor,
    eventId,
    "people.export",
    async (sql, reader) => ({
      row: await readOwnExport(sql, eventId, reader.memberId, exportId),
      ...(await readEvent(sql, eventId)),
      reader,
      giveBack: takeExportSlot(reader.memberId),
    }),
  );
  requireVisible(reader.sight, readListAddress(new URLSearchParams(row.question.address)).address);
  const { mediaType, write } = FORMATS[row.format];
  const run = new ExportRun(actor, eventId, exportId);
  const rows = {
    columns: exportColumns(row.question.columns, waves, names),
    batches: readRows(run, eventId, row, reader),
    clock,
    title: row.list === "applications" ? "Applications" : "Participants",
  };
  const day = clock.toIso(row.created_at).slice(0, 10);
  return {
    name: fileName(title, row.list, day, row.format),
    mediaType,
    body: streamExport(tell(run, write(rows)), { patienceMs: PATIENCE_MS, onEnd: giveBack }),
  };
}

async function* readRows(
  run: ExportRun,
  eventId: string,
  { list, question: { address: text, picked, columns } }: ExportRow,
  reader: Reader,
): AsyncGenerator<ExportedRow[]> {
  const { address } = readListAddress(new URLSearchParams(text));
  const asked = { list, address, picked, reader };
  const hasMarks = columns.some(isReviewField);
  for await (const rows of readListInBatches(eventId, asked, BATCH)) {
    await run.proceed();
    yield hasMarks ? await withMarks(eventId, rows, reader) : rows;
    run.count(rows.length);
  }
}

/** Nothing for whoever may not see it any more. */
async function withMarks(
  eventId: string,
  rows: ParticipantRow[],
  reader: Reader,
): Promise<ExportedRow[]> {
  if (reader.sight.ratings === "none") return rows;
  const ids = rows.map((row) => row.participant_id);
  const marks = await withEventSql(eventId, (sql) => readReviewMarks(sql, eventId, ids, reader));
  return rows.map((row) => ({ ...row, ...marks.get(row.participant_id) }));
}

/** Tells the file's row how its writing begins and ends. Whoever stops reading has not got it. */
async function* tell(
  run: ExportRun,
  chunks: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let isDone = false;
  await run.begin();
  try {
    yield* chunks;
    isDone = true;
  } finally {
    await run.end(isDone ? "done" : "failed");
  }
}
