import { z } from "zod";
import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { type Member, readEventAs } from "@/lib/members/with-permission";
import { OPEN_STATUSES } from "./open-view";
import type { DisagreementView, ReviewerProgressView, ReviewProgressView } from "./progress-view";
import { WIDE_SPREAD } from "./rating-view";
import { readReviewSettings } from "./read-review-settings";

const Input = z.object({ eventId: z.string() });

const MOST_DISAGREEMENTS = 20;

/** What is still to be decided: the queue hands out nothing else. */
const OPEN = `p.removed_at IS NULL AND p.status = ANY ('{${OPEN_STATUSES.join()}}')`;

/**
 * How far the team's reviewing is, as far as a member may know it. Throws AppError `unauthenticated`, `not_found`,
 * `forbidden`.
 */
export async function getReviewProgressInEvent(
  actor: Actor,
  raw: unknown,
): Promise<ReviewProgressView> {
  const { eventId } = Input.parse(raw);
  return readEventAs(actor, eventId, "reviews.read", async (db, member, sql) => {
    const { perApplication } = await readReviewSettings(db, eventId);
    const seesAll = member.sight.ratings === "all";
    const open = await readOpen(sql, eventId, member, perApplication);
    const { enough, some, none } = open;
    return {
      perApplication,
      applications: seesAll ? { enough, some, none } : null,
      averages: seesAll ? await readAverages(sql, eventId) : null,
      own: { rated: open.own, open: enough + some + none, secondLooks: open.second_looks },
      reviewers: await readReviewers(sql, eventId, member),
      disagreements: await readDisagreements(sql, eventId, member),
    };
  });
}

type OpenRow = { enough: number; some: number; none: number; own: number; second_looks: number };

async function readOpen(
  sql: Sql,
  eventId: string,
  { memberId }: Member,
  perApplication: number,
): Promise<OpenRow> {
  const { rows } = await sql.query<OpenRow>(
    `SELECT count(*) FILTER (WHERE a.rating_count >= $3)::int AS enough,
       count(*) FILTER (WHERE a.rating_count > 0 AND a.rating_count < $3)::int AS some,
       count(*) FILTER (WHERE coalesce(a.rating_count, 0) = 0)::int AS none,
       count(o.member_id)::int AS own,
       count(*) FILTER (WHERE o.is_changed)::int AS second_looks
     FROM participants AS p
     LEFT JOIN application_reviews AS a ON a.event_id = $1 AND a.participant_id = p.participant_id
     LEFT JOIN ratings AS o
       ON o.event_id = $1 AND o.participant_id = p.participant_id AND o.member_id = $2 AND o.is_given
     WHERE p.event_id = $1 AND ${OPEN}`,
    [eventId, memberId, perApplication],
  );
  const [row] = rows;
  if (!row) throw new Error("an aggregate without a row");
  return row;
}

type ReviewerRow = {
  id: string;
  name: string | null;
  rated: number;
  abstained: number;
  assigned: number;
  left: number;
  last: Date | null;
};

/** Of whoever may not know what others gave, alone. */
async function readReviewers(
  sql: Sql,
  eventId: string,
  { memberId, sight }: Member,
): Promise<ReviewerProgressView[]> {
  const { rows } = await sql.query<ReviewerRow>(
    `SELECT m.id, m.name, coalesce(r.rated, 0) AS rated, coalesce(r.abstained, 0) AS abstained, r.last,
       coalesce(s.assigned, 0) AS assigned, coalesce(s.open, 0) AS left
     FROM members AS m
     LEFT JOIN (SELECT member_id, count(*) FILTER (WHERE NOT is_abstained)::int AS rated,
         count(*) FILTER (WHERE is_abstained)::int AS abstained, max(rated_at) AS last
       FROM ratings WHERE event_id = $1 AND is_given GROUP BY member_id) AS r ON r.member_id = m.id
     LEFT JOIN (SELECT s.member_id, count(*)::int AS assigned,
         count(*) FILTER (WHERE o.member_id IS NULL)::int AS open
       FROM assignments AS s
       JOIN participants AS p ON p.event_id = $1 AND p.participant_id = s.participant_id AND ${OPEN}
       LEFT JOIN ratings AS o ON o.event_id = $1 AND o.participant_id = s.participant_id
         AND o.member_id = s.member_id AND o.is_given
       WHERE s.event_id = $1 GROUP BY s.member_id) AS s ON s.member_id = m.id
     WHERE m.event_id = $1 AND m.revoked_at IS NULL AND ($2::uuid IS NULL OR m.id = $2)
       AND (m.role = 'reviewer' OR m.id = $3 OR r.member_id IS NOT NULL OR s.member_id IS NOT NULL)
     ORDER BY coalesce(r.rated, 0) DESC, lower(m.name), m.id LIMIT 200`,
    [eventId, sight.ratings === "all" ? null : memberId, memberId],
  );
  return rows.map(({ id, name, last, ...counts }) => ({
    member: { id, name, isSelf: id === memberId },
    ...counts,
    lastRatedAt: last?.toISOString() ?? null,
  }));
}

async function readAverages(
  sql: Sql,
  eventId: string,
): Promise<NonNullable<ReviewProgressView["averages"]>> {
  const { rows } = await sql.query<{ points: number; count: number }>(
    `SELECT round(a.average)::int AS points, count(*)::int AS count FROM application_reviews AS a
     JOIN participants AS p ON p.event_id = $1 AND p.participant_id = a.participant_id AND ${OPEN}
     WHERE a.event_id = $1 AND a.average IS NOT NULL GROUP BY 1 ORDER BY 1`,
    [eventId],
  );
  return rows;
}

/** Of those alone that somebody has rated, who may not know of the others. */
async function readDisagreements(
  sql: Sql,
  eventId: string,
  { memberId, sight }: Member,
): Promise<DisagreementView[]> {
  const { rows } = await sql.query<DisagreementView>(
    `SELECT a.participant_id AS "participantId", p.name, a.average, a.spread, a.rating_count AS count
     FROM application_reviews AS a
     JOIN participants AS p ON p.event_id = $1 AND p.participant_id = a.participant_id AND ${OPEN}
     WHERE a.event_id = $1 AND a.spread >= ${WIDE_SPREAD} AND ($2::uuid IS NULL OR EXISTS (
       SELECT FROM ratings AS o WHERE o.event_id = $1 AND o.participant_id = a.participant_id
         AND o.member_id = $2 AND o.is_given))
     ORDER BY a.spread DESC, a.participant_id LIMIT ${MOST_DISAGREEMENTS}`,
    [eventId, sight.ratings === "all" ? null : memberId],
  );
  return sight.name ? rows : rows.map((row) => ({ ...row, name: null }));
}
