import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";
import { readReviewSettings } from "./read-review-settings";
import { AVERAGES, type CriterionView, type ReviewSettingsView } from "./review-settings-view";
import { type Scores, scoreOf } from "./score";
import { summarizeRatings } from "./summarize-ratings";

const MOST_CRITERIA = 12;
const MOST_BLIND_FIELDS = 100;

const Criterion = z.object({
  /** Absent: a new one */
  id: z.string().max(64).optional(),
  label: storableText(80)
    .transform((text) => text.trim())
    .refine((text) => text !== "", "is empty"),
  weight: z.number().int().min(1).max(10).default(1),
  scale: z.union([z.literal(5), z.literal("yes_no")]),
});

const Input = z.object({
  eventId: z.string(),
  criteria: z.array(Criterion).min(1).max(MOST_CRITERIA),
  average: z.enum(AVERAGES),
  hideOthers: z.boolean(),
  isBlind: z.boolean(),
  blindFields: z.array(storableText(200).min(1)).max(MOST_BLIND_FIELDS),
  perApplication: z.number().int().min(1).max(20),
});

/**
 * Says how the event's team reviews; what was given before is weighed anew. A criterion keeps its points as long as its
 * id and scale stay. Throws ZodError, or AppError `unauthenticated`, `forbidden`, `not_found` (also for the id of a
 * criterion that there is not), `conflict` for two criteria of one id.
 */
export async function updateReviewSettingsInEvent(
  actor: Actor,
  raw: unknown,
): Promise<ReviewSettingsView> {
  const { eventId, ...input } = Input.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "reviews.manage",
    async ({ db, sql, changed, audit }, { memberId }) => {
      const before = await readReviewSettings(db, eventId);
      const settings = { ...input, criteria: namedCriteria(input.criteria, before.criteria) };
      await db.reviewSettings.upsert({
        where: { eventId },
        create: { eventId, ...settings },
        update: settings,
      });
      const isWeighedAlike =
        before.average === settings.average &&
        JSON.stringify(before.criteria) === JSON.stringify(settings.criteria);
      if (!isWeighedAlike) {
        await scoreAnew(db, eventId, settings.criteria);
        await summarizeRatings(sql, eventId, settings.average);
      }
      await audit(memberId, "review.settings_changed", {
        criteria: settings.criteria.length,
        hideOthers: settings.hideOthers,
        isBlind: settings.isBlind,
      });
      changed("review");
      changed("ratings");
      return settings;
    },
  );
}

/** A criterion whose scale is another one is a new one: its points of before say nothing any more. */
function namedCriteria(
  given: z.output<typeof Criterion>[],
  known: readonly CriterionView[],
): CriterionView[] {
  const criteria = given.map((criterion) => {
    if (criterion.id === undefined) return { ...criterion, id: randomUUID() };
    const before = known.find(({ id }) => id === criterion.id);
    if (!before) throw new AppError("not_found", "There is no such criterion in this event.");
    return { ...criterion, id: before.scale === criterion.scale ? before.id : randomUUID() };
  });
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) {
    throw new AppError("conflict", "A criterion is named twice.");
  }
  return criteria.map(({ id, label, weight, scale }) => ({ id, label, weight, scale }));
}

const BATCH = 2_000;

/** Weighs all that was given by other criteria. What has no points of any of them is not given any more. */
async function scoreAnew(
  db: Tx,
  eventId: string,
  criteria: readonly CriterionView[],
): Promise<void> {
  let last: { participantId: string; memberId: string } | undefined;
  for (;;) {
    const ratings = await db.rating.findMany({
      where: { eventId, isAbstained: false },
      select: { participantId: true, memberId: true, scores: true },
      orderBy: [{ participantId: "asc" }, { memberId: "asc" }],
      take: BATCH,
      ...(last
        ? { skip: 1, cursor: { eventId_participantId_memberId: { eventId, ...last } } }
        : {}),
    });
    const byScore = Map.groupBy(ratings, ({ scores }) => scoreOf(scores as Scores, criteria));
    for (const [score, alike] of byScore) {
      await db.rating.updateMany({
        where: {
          eventId,
          OR: alike.map(({ participantId, memberId }) => ({ participantId, memberId })),
        },
        data: score === null ? { score, isGiven: false } : { score },
      });
    }
    const end = ratings.at(-1);
    if (!end || ratings.length < BATCH) return;
    last = { participantId: end.participantId, memberId: end.memberId };
  }
}
