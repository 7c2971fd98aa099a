import { randomUUID } from "node:crypto";
import { withEventSql } from "@/lib/db";
import type { NastyPerson } from "./nasty-people";

/** What a team made of somebody, as one of it sees it. */
export type Reviewed = {
  own: number | null;
  average: number | null;
  count: number;
  spread: number | null;
  notes: number;
  secondLook: boolean;
  labels: string[];
  assignee: string[];
};

const id = (last: string) => `5a1e4f00-0000-4000-8000-0000000000${last}`;

/** What labels and members of the event are called, folded. */
export const REVIEW_NAMES: Record<string, string> = {
  [id("a1")]: "workshop",
  [id("a2")]: "again",
  [id("b1")]: "mia",
  [id("b2")]: id("b2"),
};
const LABELS = [id("a1"), id("a2")];
const MEMBERS = [id("b1"), id("b2")];

/** Something for two of three people, with many alike. */
export function nastyReviews(people: readonly NastyPerson[]): Map<string, Reviewed> {
  const reviews = people.map((person, at): [string, Reviewed] => {
    const own = at % 4 === 0 ? 1 + (at % 5) : null;
    const count = own === null ? at % 3 : 1 + (at % 3);
    return [
      person.participant_id,
      {
        own,
        average: count === 0 ? null : 1 + (at % 9) / 2,
        count,
        spread: count === 0 ? null : (at % 3) / 2,
        notes: at % 7 === 0 ? at % 4 : 0,
        secondLook: at % 8 === 0,
        labels: LABELS.filter((_, label) => (at + label) % 6 === 0),
        assignee: MEMBERS.filter((_, member) => (at + member) % 5 === 0),
      },
    ];
  });
  return new Map(reviews.filter((_, at) => at % 3 !== 0 || at % 4 === 0));
}

const first = (ids: readonly string[]) => ids.map((each) => REVIEW_NAMES[each]).sort()[0] ?? null;

/** Plants them into the event of the people, with `memberId` as whoever gave what is one's own. */
export async function plantReviews(
  eventId: string,
  memberId: string,
  reviews: ReadonlyMap<string, Reviewed>,
): Promise<void> {
  await withEventSql(eventId, async (sql) => {
    for (const [label, name] of [
      [LABELS[0], "Workshop"],
      [LABELS[1], "again"],
    ]) {
      await sql.query(
        "INSERT INTO labels (event_id, id, name, color) VALUES ($1, $2, $3, 'green')",
        [eventId, label, name],
      );
    }
    await sql.query(
      "INSERT INTO members (event_id, id, role, name) VALUES ($1, $2, 'reviewer', 'Mia'), ($1, $3, 'reviewer', NULL)",
      [eventId, ...MEMBERS],
    );
    for (const [participantId, reviewed] of reviews) {
      const { own, average, count, spread, notes, secondLook } = reviewed;
      await sql.query(
        `INSERT INTO application_reviews (event_id, participant_id, rating_count, average, spread, note_count,
           label_order, assignee_order)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          eventId,
          participantId,
          count,
          average,
          spread,
          notes,
          first(reviewed.labels),
          first(reviewed.assignee),
        ],
      );
      if (own !== null) {
        await sql.query(
          `INSERT INTO ratings (event_id, participant_id, member_id, scores, is_abstained, comment, is_given, score, is_changed, seen_change, rated_at)
           VALUES ($1, $2, $3, '{}', false, '', true, $4, $5, 0, now())`,
          [eventId, participantId, memberId, own, secondLook],
        );
      }
      for (const label of reviewed.labels) {
        await sql.query(
          "INSERT INTO application_labels (event_id, participant_id, label_id, put_by) VALUES ($1, $2, $3, $4)",
          [eventId, participantId, label, randomUUID()],
        );
      }
      for (const member of reviewed.assignee) {
        await sql.query(
          "INSERT INTO assignments (event_id, participant_id, member_id, assigned_by) VALUES ($1, $2, $3, $3)",
          [eventId, participantId, member],
        );
      }
    }
  });
}

/** What of it somebody sees who sees others' ratings once they have given their own. */
export function asOwnFirst(reviews: ReadonlyMap<string, Reviewed>): Map<string, Reviewed> {
  return new Map(
    [...reviews].map(([key, reviewed]) => [
      key,
      reviewed.own === null ? { ...reviewed, average: null, count: 0, spread: null } : reviewed,
    ]),
  );
}
