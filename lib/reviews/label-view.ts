/** The colours that a label can have, by the names that the wire uses. */
export const LABEL_COLORS = [
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "grey",
] as const;
export type LabelColor = (typeof LABEL_COLORS)[number];

export type LabelView = { id: string; name: string; color: LabelColor };

/** The words that the team has for applications, by name. */
export type LabelsView = { labels: LabelView[] };
