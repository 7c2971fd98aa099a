import { z } from "zod";
import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { OPEN_STATUSES } from "./open-view";
import { readReviewSettings } from "./read-review-settings";

const Input = z.object({ eventId: z.string() });

/** A claim is somebody's for so long, or until they leave the person. */
const CLAIMED_MS = 10 * 60_000;

/**
 * Hands the next application to whoever asks, and keeps it for them: one that they are to review before the others,
 * then those with the fewest ratings, those that were handed out longest ago, and the oldest. What is decided, what they
 * have rated, what another has open by this, and what has enough ratings is left out. Null: there is none. Throws
 * AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function claimNextInEvent(
  actor: Actor,
  raw: unknown,
): Promise<{ participantId: string } | null> {
  const { eventId } = Input.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, sql, changed }, { memberId }) => {
      const now = new Date();
      await db.presence.updateMany({
        where: { eventId, OR: [{ claimedUntil: { lte: now } }, { memberId }] },
        data: { claimedUntil: null },
      });
      const { perApplication } = await readReviewSettings(db, eventId);
      const participantId = await findNext(sql, eventId, memberId, perApplication);
      if (participantId === undefined) return null;
      const of = { eventId, participantId };
      const here = { seenAt: now, claimedUntil: new Date(now.getTime() + CLAIMED_MS) };
      await db.presence.upsert({
        where: { eventId_participantId_memberId: { ...of, memberId } },
        create: { ...of, memberId, ...here },
        update: here,
      });
      await db.applicationReview.upsert({
        where: { eventId_participantId: of },
        create: { ...of, handedAt: now },
        update: { handedAt: now },
      });
      changed("presence", [participantId]);
      return { participantId };
    },
  );
}

const NEXT = `SELECT p.participant_id AS id FROM participants AS p
  LEFT JOIN application_reviews AS a ON a.event_id = $1 AND a.participant_id = p.participant_id
  LEFT JOIN assignments AS s
    ON s.event_id = $1 AND s.participant_id = p.participant_id AND s.member_id = $2
  LEFT JOIN ratings AS o
    ON o.event_id = $1 AND o.participant_id = p.participant_id AND o.member_id = $2 AND o.is_given
  LEFT JOIN presences AS c
    ON c.event_id = $1 AND c.participant_id = p.participant_id AND c.claimed_until IS NOT NULL
  WHERE p.event_id = $1 AND p.removed_at IS NULL AND p.status = ANY ($4)
    AND o.member_id IS NULL AND c.member_id IS NULL
    AND (s.member_id IS NOT NULL OR coalesce(a.rating_count, 0) < $3)
  ORDER BY s.member_id IS NULL, coalesce(a.rating_count, 0), a.handed_at NULLS FIRST,
    p.submitted_at NULLS LAST, p.participant_id
  LIMIT 1`;

async function findNext(
  sql: Sql,
  eventId: string,
  memberId: string,
  perApplication: number,
): Promise<string | undefined> {
  const { rows } = await sql.query<{ id: string }>(NEXT, [
    eventId,
    memberId,
    perApplication,
    OPEN_STATUSES,
  ]);
  return rows[0]?.id;
}
