import type { ExportFormat } from "@/lib/exports/export-view";
import type { ListKind } from "@/lib/list-address/list-fields";

export const FORMAT_WORDS: Record<ExportFormat, { word: string; hint: string }> = {
  xlsx: { word: "Excel", hint: "With real dates and numbers" },
  csv: { word: "CSV", hint: "For every spreadsheet and database" },
  json: { word: "JSON", hint: "Raw values, for programs" },
};

export const count = (number: number): string => number.toLocaleString("en-GB");

const NOUNS: Record<ListKind, [string, string]> = {
  applications: ["application", "applications"],
  participants: ["participant", "participants"],
};

export function peopleWord(kind: ListKind, number: number): string {
  return NOUNS[kind][number === 1 ? 0 : 1];
}

/** What a file will hold: "The 1,234 applications of this list, in this order, with these 7 columns." */
export function contentSentence(
  kind: ListKind,
  total: number | null,
  columns: number | null,
  isSelection: boolean,
): string {
  const which = isSelection ? "you selected" : "of this list";
  const who =
    total === null
      ? `The ${peopleWord(kind, 2)} ${which}`
      : `The ${count(total)} ${peopleWord(kind, total)} ${which}`;
  if (columns === null) return `${who}, in this order, with every answer.`;
  const these = columns === 1 ? "this 1 column" : `these ${count(columns)} columns`;
  return `${who}, in this order, with ${these}.`;
}
