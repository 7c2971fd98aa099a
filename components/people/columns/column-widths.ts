import type { ListColumn } from "@/lib/saved-views/list-layout-view";

export const NARROWEST_PX = 72;
export const WIDEST_PX = 640;
export const WIDTH_STEP_PX = 16;
/** The column of the boxes. */
export const BOX_PX = 52;

const WIDTHS_PX: Record<string, number> = {
  name: 200,
  answers: 168,
  status: 164,
  email: 216,
  reviewer: 152,
};
const USUAL_PX = 120;
const ANSWER_PX = 168;

/** Columns that take what room is left, for as long as nobody has given them a width. */
const GROWING: Record<string, string> = { name: "1.2fr", answers: "1fr" };

/** How wide a column is in pixels; one that grows, how wide at least. */
export function widthOf({ id, width }: ListColumn): number {
  return width ?? WIDTHS_PX[id] ?? (id.startsWith("answers.") ? ANSWER_PX : USUAL_PX);
}

export function clampWidth(px: number): number {
  return Math.round(Math.min(Math.max(px, NARROWEST_PX), WIDEST_PX));
}

/** The tracks of header and rows, as CSS writes them. Where no column grows, empty room is at the end. */
export function gridTracks(columns: readonly ListColumn[]): string {
  const tracks = columns.map((column) => {
    const grows = column.width === undefined ? GROWING[column.id] : undefined;
    return grows ? `minmax(${widthOf(column)}px, ${grows})` : `${widthOf(column)}px`;
  });
  const hasGrowing = tracks.some((track) => track.startsWith("minmax"));
  return [`${BOX_PX}px`, ...tracks, hasGrowing ? "0px" : "minmax(0px, 1fr)"].join(" ");
}

/** How wide all columns are together at least, in pixels. */
export function listWidth(columns: readonly ListColumn[]): number {
  return columns.reduce((sum, column) => sum + widthOf(column), BOX_PX);
}
