import { inflateRawSync } from "node:zlib";

/** A cell as a spreadsheet takes it: a date is its number of days with a style. */
export type WorkbookCell = { at: string; value: string | number | boolean; style: number };

/** The files of an archive, read from its directory at the end (APPNOTE.TXT 4.3). */
export function readArchive(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error("no entry of a directory");
    const [names, extras, comments] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const name = archive.toString("utf8", at + 46, at + 46 + (names ?? 0));
    files.set(name, contentAt(archive, at));
    at += 46 + (names ?? 0) + (extras ?? 0) + (comments ?? 0);
  }
  return files;
}

function contentAt(archive: Buffer, entry: number): Buffer {
  const local = archive.readUInt32LE(entry + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(from, from + archive.readUInt32LE(entry + 20));
  const content = archive.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed;
  if (content.length !== archive.readUInt32LE(entry + 24)) throw new Error("another size");
  return content;
}

const ROW = /<row r="(\d+)">(.*?)<\/row>/gs;
const CELL =
  /<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?: s="(\d+)")?>(?:<v>([^<]*)<\/v>|<is><t xml:space="preserve">([^<]*)<\/t><\/is>)<\/c>/g;

/** The rows of a workbook's first sheet. Throws for anything but plain cells, such as a formula. */
export function readSheet(workbook: Buffer): WorkbookCell[][] {
  const xml = readArchive(workbook).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
  const data = /<sheetData>(.*)<\/sheetData><\/worksheet>$/s.exec(xml)?.[1] ?? "";
  if (data.replaceAll(ROW, "") !== "") throw new Error("something that is no row");
  return [...data.matchAll(ROW)].map(([, , cells = ""]) => readCells(cells));
}

function readCells(cells: string): WorkbookCell[] {
  if (cells.replaceAll(CELL, "") !== "") throw new Error(`no plain cells: ${cells}`);
  return [...cells.matchAll(CELL)].map(([, at = "", s1, type, s2, value, text]) => ({
    at,
    style: Number(s1 ?? s2 ?? 0),
    value: type === "b" ? value === "1" : text === undefined ? Number(value) : unescapeText(text),
  }));
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">" };

function unescapeText(text: string): string {
  return text
    .replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? fail(name))
    .replaceAll(/_x([\dA-F]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function fail(name: string): never {
  throw new Error(`XML knows no ${name} here`);
}
