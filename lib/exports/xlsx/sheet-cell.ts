import { DRAWN_UNTIL } from "@/lib/drawn-time-view";
import { answerCell } from "@/lib/exports/answer-cell";
import type { EventClock } from "@/lib/exports/event-clock";
import { STYLE } from "./workbook-parts";

/** Characters that a cell can hold, counted as Excel does. */
const LONGEST_CELL = 32_767;
const CUT_MARK = "…";

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, which is true from day 61 on: it believes in 29 February 1900. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const FIRST_TRUE_DAY = 61;
const FIRST_UNKNOWN_DAY = (Date.parse(DRAWN_UNTIL) - EPOCH_MS) / DAY_MS;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** XML of one cell; "" where nothing is said. `at` is its address, like B7. */
export function sheetCell(at: string, value: unknown, clock: EventClock): string {
  if (value instanceof Date) return momentCell(at, value, clock);
  const said = answerCell(value);
  if (said === null || said === "") return "";
  if (typeof said === "number") return `<c r="${at}"><v>${said}</v></c>`;
  if (typeof said === "boolean") return `<c r="${at}" t="b"><v>${said ? 1 : 0}</v></c>`;
  const time = typeof value === "string" ? timeOf(said) : null;
  if (time === null) return textCell(at, said);
  if (!DAY.test(said)) return momentCell(at, new Date(time), clock, said);
  return dateCell(at, time, STYLE.day) ?? textCell(at, said);
}

/** XML of a cell that holds a text, which no spreadsheet takes for a formula. */
export function textCell(at: string, text: string, style = 0): string {
  const styled = style ? ` s="${style}"` : "";
  return `<c r="${at}" t="inlineStr"${styled}><is><t xml:space="preserve">${escapeText(cut(text))}</t></is></c>`;
}

function momentCell(at: string, moment: Date, clock: EventClock, said?: string): string {
  const wall = moment.getTime() + clock.offsetAt(moment.getTime());
  return dateCell(at, wall, STYLE.moment) ?? textCell(at, said ?? clock.toIso(moment));
}

/** Null for a day that Excel's calendar does not have, and for one too far away to be meant. */
function dateCell(at: string, wallMs: number, style: number): string | null {
  const serial = (wallMs - EPOCH_MS) / DAY_MS;
  if (serial < FIRST_TRUE_DAY || serial >= FIRST_UNKNOWN_DAY) return null;
  return `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
}

/** Of a day, or of a moment with its offset, that exists; null for any other text. */
function timeOf(text: string): number | null {
  const isDay = DAY.test(text);
  if (!isDay && !MOMENT.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  // JavaScript moves 31 February to March.
  return isDay && !new Date(time).toISOString().startsWith(text) ? null : time;
}

function cut(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const kept = text.slice(0, LONGEST_CELL - CUT_MARK.length);
  return kept.replace(/[\uD800-\uDBFF]$/, "") + CUT_MARK;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Text between tags. What XML cannot hold is written as `_x000B_` (ECMA-376, ST_Xstring), and so is the
 * underscore of a text that looks like that itself. Lines end in LF, as in Excel's own cells.
 */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}
