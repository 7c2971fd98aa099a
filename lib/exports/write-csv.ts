import { stringify } from "csv-stringify/sync";
import { answerCell } from "./answer-cell";
import type { EventClock } from "./event-clock";
import type { FileRows } from "./file-rows";

/** What a spreadsheet takes for a formula, also behind characters that nobody sees and it may drop. */
const FORMULA =
  /^(?:[\t\r\n]|[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/**
 * RFC 4180 in UTF-8: lines end in CRLF, and a byte order mark tells Excel the encoding. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers. Moments are
 * ISO 8601 in the event's zone.
 */
export async function* writeCsv({ columns, batches, clock }: FileRows): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${lines([columns.map(({ heading }) => harmless(heading))])}`);
  for await (const rows of batches) {
    yield Buffer.from(lines(rows.map((row) => columns.map(({ show }) => cell(show(row), clock)))));
  }
}

function cell(value: unknown, clock: EventClock): string | number | null {
  if (value instanceof Date) return clock.toIso(value);
  const said = answerCell(value);
  if (typeof said === "boolean") return String(said);
  return typeof said === "string" ? harmless(said) : said;
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function lines(records: (string | number | null)[][]): string {
  // With a delimiter of its own, csv-stringify leaves other line breaks unquoted unless it is told to.
  return stringify(records, { record_delimiter: "windows", quote_record_delimiter: true });
}
