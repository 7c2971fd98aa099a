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

/**
 * The ratings of an application as a member may see them. While `isHidden` nothing tells of the others': neither how
 * many there are nor what they come to.
 */
export type RatingsView = {
  own: RatingView | null;
  others: RatingView[];
  isHidden: boolean;
  /** Ratings with a score, their average, and the highest less the lowest */
  count: number | null;
  average: number | null;
  spread: number | null;
};
