import type { NoteAuthorView } from "./note-view";

/**
 * What one of the team gave an application. `score`: from 1 to 5, null while it is not given or was abstained from.
 * `ratedAt` is ISO 8601.
 */
export type RatingView = {
  member: NoteAuthorView;
  scores: Record<string, number>;
  isAbstained: boolean;
  comment: string;
  /** Every criterion has its points, or it was abstained from. Until then nobody counts it. */
  isGiven: boolean;
  score: number | null;
  ratedAt: string;
};

/** So far apart, of four points that there can be, people have read different applications. */
export const WIDE_SPREAD = 2;

/** What of the answers changed at one time: each before and after, long sides cut ("…"). `at` is ISO 8601. */
export type RevisionView = { at: string; answers: Record<string, [unknown, unknown]> };

/**
 * The ratings of an application as a member may see them. While `isHidden` nothing tells of the others': neither how
 * many there are nor what they come to.
 */
export type RatingsView = {
  own: RatingView | null;
  others: RatingView[];
  /** What changed since one's own rating, the oldest first; rating once more makes it nothing. */
  revisions: RevisionView[];
  isHidden: boolean;
  /** Ratings with a score, their average, and the highest less the lowest */
  count: number | null;
  average: number | null;
  spread: number | null;
};
