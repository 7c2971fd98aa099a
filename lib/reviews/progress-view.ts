import type { NoteAuthorView } from "./note-view";

/** How far one of the team is. `assigned`: of these so many applications they are to rate so many are left. */
export type ReviewerProgressView = {
  member: NoteAuthorView;
  rated: number;
  abstained: number;
  assigned: number;
  left: number;
  /** ISO 8601; null: never */
  lastRatedAt: string | null;
};

/** An application that the team sees very differently, the widest first. */
export type DisagreementView = {
  participantId: string;
  name: string | null;
  average: number;
  spread: number;
  count: number;
};

/**
 * How far reviewing is. Of open applications: how many have as many ratings as they should, some, none; null, like the
 * others' progress, for whoever may not know what others gave. `secondLooks`: own ratings since which answers changed.
 */
export type ReviewProgressView = {
  perApplication: number;
  applications: { enough: number; some: number; none: number } | null;
  reviewers: ReviewerProgressView[];
  /** Open applications that whoever asks has rated or abstained from, and all there are */
  own: { rated: number; open: number; secondLooks: number };
  /** By whole points, of all open applications with a rating */
  averages: { points: number; count: number }[] | null;
  disagreements: DisagreementView[];
};
