/** What is new to a member. `since`: when their visit before this one ended, ISO 8601 in UTC; null: this is their first. */
export type VisitView = {
  since: string | null;
  /** Applications that came since then, up to 10,000. */
  applied: number;
};
