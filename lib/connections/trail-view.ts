/** Something that happened to an event's connection or left it as a file. All times are ISO 8601 in UTC. */
export type TrailEntryView = {
  id: string;
  at: string;
  /** member, foyer, revento; operator: somebody of Foyer's staff, who stays without a name */
  by: "member" | "foyer" | "revento" | "operator";
  action: string;
  /** Why, where somebody of the staff did it. */
  reason: string | null;
  state: string | null;
  cause: string | null;
  /** Days that were left when a warning was given. */
  days: number | null;
  /** Of a list that somebody took out as a file. */
  exported: { list: string; format: string; rows: number } | null;
};

/** The newest first, a hundred at the most. */
export type TrailView = { entries: TrailEntryView[] };
