import type { Sql } from "@/lib/db";
import type { ReviewMarksView } from "@/lib/participants/participant-view";
import type { Reader } from "./reader";

type Row = {
  id: string;
  count: number | null;
  average: number | null;
  spread: number | null;
  notes: number | null;
  is_given: boolean | null;
  own: number | null;
  labels: string[] | null;
  assignees: string[] | null;
  second_look: boolean;
};

const STATEMENT = `SELECT given.id, a.rating_count AS count, a.average, a.spread, a.note_count AS notes,
    o.is_given, o.score AS own, o.is_given IS TRUE AND o.is_changed AS second_look,
    (SELECT array_agg(l.label_id ORDER BY lower(n.name), l.label_id) FROM application_labels AS l
      JOIN labels AS n ON n.event_id = l.event_id AND n.id = l.label_id
      WHERE l.event_id = $1 AND l.participant_id = given.id) AS labels,
    (SELECT array_agg(s.member_id ORDER BY lower(m.name), s.member_id) FROM assignments AS s
      JOIN members AS m ON m.event_id = s.event_id AND m.id = s.member_id
      WHERE s.event_id = $1 AND s.participant_id = given.id) AS assignees
  FROM unnest($2::text[]) AS given(id)
  LEFT JOIN application_reviews AS a ON a.event_id = $1 AND a.participant_id = given.id
  LEFT JOIN ratings AS o ON o.event_id = $1 AND o.participant_id = given.id AND o.member_id = $3`;

const UNREVIEWED: ReviewMarksView = {
  review: {
    rating: null,
    ownRating: null,
    reviews: null,
    spread: null,
    notes: 0,
    labels: [],
    assignees: [],
  },
  secondLook: false,
};

/** What the team made of these people, as somebody may see it, by their ids. */
export async function readReviewMarks(
  sql: Sql,
  eventId: string,
  participantIds: readonly string[],
  { memberId, sight, isReviewed }: Reader,
): Promise<Map<string, ReviewMarksView>> {
  if (!isReviewed) {
    const reviews = sight.ratings === "all" ? 0 : null;
    const marks = { ...UNREVIEWED, review: { ...UNREVIEWED.review, reviews } };
    return new Map(participantIds.map((id) => [id, marks]));
  }
  const { rows } = await sql.query<Row>({
    name: "read-review-marks",
    text: STATEMENT,
    values: [eventId, participantIds, memberId],
  });
  return new Map(
    rows.map((row) => {
      const isSeen = sight.ratings === "all" || row.is_given === true;
      const review = {
        rating: isSeen ? row.average : null,
        ownRating: row.is_given ? row.own : null,
        reviews: isSeen ? (row.count ?? 0) : null,
        spread: isSeen ? row.spread : null,
        notes: row.notes ?? 0,
        labels: row.labels ?? [],
        assignees: row.assignees ?? [],
      };
      return [row.id, { review, secondLook: row.second_look }];
    }),
  );
}
