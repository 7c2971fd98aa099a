export const EXPORT_FORMATS = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file that is asked for and how far it is written. `total`: rows when it was asked for. */
export type ExportView = {
  id: string;
  format: ExportFormat;
  state: "waiting" | "running" | "done" | "failed";
  total: number;
  written: number;
  createdAt: string;
};
