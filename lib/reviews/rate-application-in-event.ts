import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";
import { OfApplication, requireParticipant } from "./of-application";
import type { RatingsView } from "./rating-view";
import { readRatings } from "./read-ratings";
import { readReviewSettings } from "./read-review-settings";
import { type CriterionView, pointsOf } from "./review-settings-view";
import { isComplete, type Scores, scoreOf } from "./score";
import { summarizeRatings } from "./summarize-ratings";

const LONGEST_COMMENT = 2_000;

const Input = OfApplication.extend({
  scores: z
    .record(storableText(64), z.number().int())
    .refine((scores) => Object.keys(scores).length <= 50, "has too many criteria")
    .default({}),
  abstain: z.boolean().default(false),
  comment: storableText(LONGEST_COMMENT)
    .transform((text) => text.trim())
    .default(""),
});

/**
 * Gives an application one's own rating in place of the one before; an empty one takes it back. It counts once every
 * criterion has its points, or with `abstain`, which has none. Throws ZodError, or AppError `unauthenticated`,
 * `forbidden`, `not_found` for an unknown application, `invalid` for points that their criterion does not have.
 */
export async function rateApplicationInEvent(actor: Actor, raw: unknown): Promise<RatingsView> {
  const { eventId, participantId, abstain, comment, ...input } = Input.parse(raw);
  const of = { eventId, participantId };
  return changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, sql, changed, audit }, member) => {
      const { status } = await requireParticipant(db, eventId, participantId);
      if (status === null) throw new AppError("not_found", "This participant has not applied.");
      const { criteria, average } = await readReviewSettings(db, eventId);
      const scores = abstain ? {} : requirePoints(input.scores, criteria);
      const id = { ...of, memberId: member.memberId };
      const before = await db.rating.findFirst({ where: id, select: { isGiven: true } });
      const isGiven = abstain || isComplete(scores, criteria);
      if (Object.keys(scores).length === 0 && !abstain && comment === "") {
        await db.rating.deleteMany({ where: id });
      } else {
        const rating = {
          scores,
          comment,
          isGiven,
          isAbstained: abstain,
          score: scoreOf(scores, criteria),
          seenChange: await newestChange(db, of),
          isChanged: false,
          ratedAt: new Date(),
        };
        await db.rating.upsert({
          where: { eventId_participantId_memberId: id },
          create: { ...id, ...rating },
          update: rating,
        });
      }
      await summarizeRatings(sql, eventId, average, [participantId]);
      if (isGiven) await audit(member.memberId, "rating.given", { participantId });
      else if (before?.isGiven) await audit(member.memberId, "rating.withdrawn", { participantId });
      changed("ratings", [participantId, ...(await whoMayKnow(db, of)), member.memberId]);
      return readRatings(db, of, member);
    },
  );
}

function requirePoints(scores: Scores, criteria: readonly CriterionView[]): Scores {
  for (const [id, points] of Object.entries(scores)) {
    const criterion = criteria.find((each) => each.id === id);
    if (!criterion) throw new AppError("invalid", `scores: there is no criterion ${id}`);
    if (!pointsOf(criterion.scale).includes(points)) {
      throw new AppError("invalid", `scores.${id}: ${points} is not on its scale`);
    }
  }
  return scores;
}

/** The members who may see what others gave, whatever is hidden: a stream tells of a rating to them alone. */
async function whoMayKnow(db: Tx, of: { eventId: string; participantId: string }) {
  const given = await db.rating.findMany({
    where: { ...of, isGiven: true },
    select: { memberId: true },
  });
  return given.map(({ memberId }) => memberId);
}

/** The newest entry of a person's history: what a reviewer can have seen. */
async function newestChange(db: Tx, of: { eventId: string; participantId: string }) {
  const newest = await db.participantHistory.findFirst({
    where: of,
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return newest?.id ?? 0n;
}
