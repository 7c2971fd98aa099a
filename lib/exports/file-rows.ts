import type { EventClock } from "./event-clock";
import type { ExportColumn, ExportedRow } from "./export-columns";

/** What every format writes: rows in batches, and which columns of them, in order. */
export type FileRows = {
  columns: readonly ExportColumn[];
  batches: AsyncIterable<ExportedRow[]>;
  clock: EventClock;
  /** Names the sheet of a workbook. */
  title: string;
};
