import type { ListColumn } from "@/lib/saved-views/list-layout-view";

export const NARROWEST_PX = 72;
export const WIDEST_PX = 640;
export const WIDTH_STEP_PX = 16;
/** The column of the boxes. */
export const BOX_PX = 52;

const WIDTHS_PX: Record<string, number> = {
  name: 200,
  answers: 168,
  status: 188,
  email: 216,
  reviewer: 152,
  labels: 184,
  assignee: 152,
};
const USUAL_PX = 120;
const ANSWER_PX = 168;

/** Columns that take more room where there is some, for as long as nobody has given them a width. */
function growthOf({ id, width }: ListColumn): string | null {
  if (width !== undefined) return null;
  if (id === "name") return "260px";
  return id.startsWith("answers") ? "1fr" : null;
}

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
    const grows = growthOf(column);
    return grows ? `minmax(${widthOf(column)}px, ${grows})` : `${widthOf(column)}px`;
  });
  const hasGrowing = tracks.some((track) => track.endsWith("fr)"));
  return [`${BOX_PX}px`, ...tracks, hasGrowing ? "0px" : "minmax(0px, 1fr)"].join(" ");
}

/** How wide all columns are together at least, in pixels. */
export function listWidth(columns: readonly ListColumn[]): number {
  return columns.reduce((sum, column) => sum + widthOf(column), BOX_PX);
}
