/**
 * What wrote a row last, which moment on Revento's clock it shows, and when it was last seen there. `state`: `stale`
 * where Revento's last list lacked it or said something older that is not decided yet, or where it has not been seen
 * there for 36 hours.
 */
export type FreshnessView = {
  source: string;
  /** The delivery that brought the row as it is, or the run and its page; neither where that is not known. */
  deliveryId?: string;
  runId?: string;
  page?: number;
  at: string;
  confirmedAt: string;
  state: "fresh" | "stale";
};

/** Where a search found somebody whose name and e-mail do not have all of its words: a part of that answer. */
export type FoundAnswerView = { field: string; text: string };

/**
 * A row of the lists. All times are ISO 8601 in UTC. `fields` are the answers: in a list the beginning of each,
 * and as many as have room (`isCut`: there are more).
 */
export type ApplicationView = {
  id: string;
  participantId: string;
  role: string | null;
  status: string | null;
  name: string | null;
  email: string | null;
  fields: Record<string, unknown>;
  isCut?: true;
  /** How many applications of this person there are in the event, where it is more than one. */
  applications?: number;
  foundIn?: FoundAnswerView;
  submittedAt: string | null;
  registeredAt: string | null;
  lastReviewAction: string | null;
  lastReviewedAt: string | null;
  lastReviewerId: string | null;
  /** When Revento last changed it; null until it did. */
  updatedAt: string | null;
  /** When Foyer last wrote something else. */
  writtenAt: string;
  freshness: FreshnessView;
} & Partial<ReviewMarksView>;

/**
 * What the team made of somebody's application, for whoever may see it: scores from 1 to 5; labels and those who are to
 * review it by their ids. `reviews` is null where it may not be known before one's own rating. `secondLook`: answers
 * changed since one's own rating.
 */
export type ReviewMarksView = {
  review: {
    rating: number | null;
    ownRating: number | null;
    reviews: number | null;
    spread: number | null;
    notes: number;
    labels: string[];
    assignees: string[];
  };
  secondLook: boolean;
};

/**
 * One page of a list. `facets` count the whole list under all filters but the status's. Both counts are
 * null where the caller asked for none (`counts=no`), because it asks for them beside the page.
 */
export type ApplicationListView = {
  rows: ApplicationView[];
  total: number | null;
  facets: { status: Record<string, number> } | null;
  nextCursor: string | null;
};
