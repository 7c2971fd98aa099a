import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";

const LONGEST_NAME = 80;
const MOST_NAMES = 500;

const Input = z.object({
  eventId: z.string(),
  reviewerId: storableText(200),
  /** "" forgets the name. */
  name: storableText(LONGEST_NAME).transform((name) => name.trim()),
});

/**
 * Says what somebody who reviews is called, whom Revento names by id alone. Throws ZodError, or AppError
 * `unauthenticated`, `not_found` where nothing of the event is by that reviewer, `forbidden` but for owners and
 * managers, `conflict` beyond 500 names.
 */
export async function nameReviewerInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, reviewerId, name } = Input.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "reviewers.name",
    async ({ db, changed, audit }, { memberId }) => {
      const id = { eventId, reviewerId };
      if (name === "") {
        await db.reviewerName.deleteMany({ where: id });
      } else {
        const [hasReviewed, others] = await Promise.all([
          db.participant.findFirst({
            where: { eventId, lastReviewerId: reviewerId },
            select: { participantId: true },
          }),
          db.reviewerName.count({ where: { eventId, reviewerId: { not: reviewerId } } }),
        ]);
        const isKnown =
          hasReviewed ??
          (await db.participantHistory.findFirst({
            where: { eventId, actorId: reviewerId },
            select: { id: true },
          }));
        if (!isKnown) throw new AppError("not_found", "Nobody with this id has reviewed anything.");
        if (others >= MOST_NAMES) {
          throw new AppError("conflict", `At most ${MOST_NAMES} reviewers have a name here.`);
        }
        await db.reviewerName.upsert({
          where: { eventId_reviewerId: id },
          create: { ...id, name },
          update: { name, namedAt: new Date() },
        });
      }
      await audit(memberId, name === "" ? "reviewer.unnamed" : "reviewer.named", { reviewerId });
      changed("reviewers");
    },
  );
}
