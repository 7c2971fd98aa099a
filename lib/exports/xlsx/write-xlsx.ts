import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { AppError } from "@/lib/errors";
import type { FileRows } from "@/lib/exports/file-rows";
import { sheetCell, textCell } from "./sheet-cell";
import { SHEET_END, SHEET_PATH, STYLE, sheetBeginning, workbookParts } from "./workbook-parts";

/** Rows of people that a sheet has room for beside its heading. */
export const MOST_XLSX_ROWS = 1_048_575;

const MOMENT_WIDTH = 20;
const WIDTH = 26;

/**
 * A workbook of one sheet, row by row: its heading is bold and stays in sight. Moments and days are real
 * dates, moments on the clock of the event's zone, which their heading names. Throws AppError `invalid`
 * when there are more rows than a sheet holds.
 */
export async function* writeXlsx(rows: FileRows): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const sheet = Readable.from(sheetXml(rows), { objectMode: false });
  // The archive hears of no error of what it packs, and unheard one would end the process.
  for (const source of [sheet, zip]) source.on("error", (error: Error) => output.destroy(error));
  for (const [path, xml] of Object.entries(workbookParts(rows.title))) {
    zip.addBuffer(Buffer.from(xml), path);
  }
  zip.addReadStreamLazy(SHEET_PATH, (give) => give(null, sheet));
  zip.end();
  try {
    for await (const chunk of output) yield chunk;
  } finally {
    sheet.destroy();
  }
}

async function* sheetXml({ columns, batches, clock }: FileRows): AsyncGenerator<Buffer> {
  const letters = columns.map((_, at) => lettersOf(at));
  const head = columns.map(({ heading, isMoment }, at) => {
    const zone = isMoment ? ` (${clock.zone})` : "";
    return textCell(`${letters[at]}1`, heading + zone, STYLE.head);
  });
  const widths = columns.map(({ isMoment }) => (isMoment ? MOMENT_WIDTH : WIDTH));
  yield Buffer.from(`${sheetBeginning(widths)}<row r="1">${head.join("")}</row>`);
  let line = 1;
  for await (const rows of batches) {
    if (line + rows.length > MOST_XLSX_ROWS + 1) throw tooManyRows();
    const xml = rows.map((row) => {
      line += 1;
      const cells = columns.map(({ show }, at) =>
        sheetCell(`${letters[at]}${line}`, show(row), clock),
      );
      return `<row r="${line}">${cells.join("")}</row>`;
    });
    yield Buffer.from(xml.join(""));
  }
  yield Buffer.from(SHEET_END);
}

export function tooManyRows(): AppError {
  const most = MOST_XLSX_ROWS.toLocaleString("en-GB");
  return new AppError("invalid", `An Excel sheet holds ${most} rows: choose CSV, or filter first.`);
}

/** 0 → A, 25 → Z, 26 → AA. */
function lettersOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : lettersOf(Math.floor(at / 26) - 1) + last;
}
