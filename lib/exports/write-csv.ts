import { stringify } from "csv-stringify/sync";
import { answerCell } from "./answer-cell";
import type { EventClock } from "./event-clock";
import type { FileRows } from "./file-rows";

/**
 * RFC 4180 in UTF-8: lines end in CRLF, and a byte order mark tells Excel the encoding. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers. Moments are
 * ISO 8601 in the event's zone.
 */
export async function* writeCsv({ columns, batches, clock }: FileRows): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${lines([columns.map(({ heading }) => heading)])}`);
  for await (const rows of batches) {
    yield Buffer.from(lines(rows.map((row) => columns.map(({ read }) => cell(read(row), clock)))));
  }
}

function cell(value: unknown, clock: EventClock): string | number | null {
  if (value instanceof Date) return clock.toIso(value);
  const said = answerCell(value);
  return typeof said === "boolean" ? String(said) : said;
}

function lines(records: (string | number | null)[][]): string {
  return stringify(records, { record_delimiter: "windows", escape_formulas: true });
}
