import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { labelOrderOf } from "./label-order";
import type { LabelsView } from "./label-view";
import { OfApplication, requireParticipant } from "./of-application";
import { MOST_LABELS, readLabels } from "./read-labels";

const Input = OfApplication.extend({ labelIds: z.array(z.uuid()).max(MOST_LABELS) });

/**
 * Puts exactly these labels on an application. Throws ZodError, or AppError `unauthenticated`, `forbidden`, `not_found`
 * for an unknown application or label.
 */
export async function labelApplicationInEvent(actor: Actor, raw: unknown): Promise<LabelsView> {
  const { eventId, participantId, labelIds } = Input.parse(raw);
  const of = { eventId, participantId };
  return changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, changed, audit }, { memberId }) => {
      await requireParticipant(db, eventId, participantId);
      const known = await readLabels(db, eventId);
      const labels = known.filter(({ id }) => labelIds.includes(id));
      if (labels.length < new Set(labelIds).size) {
        throw new AppError("not_found", "There is no such label in this event.");
      }
      await db.applicationLabel.deleteMany({ where: { ...of, labelId: { notIn: labelIds } } });
      await db.applicationLabel.createMany({
        data: labels.map(({ id }) => ({ ...of, labelId: id, putBy: memberId })),
        skipDuplicates: true,
      });
      const labelOrder = labelOrderOf(labels);
      await db.applicationReview.upsert({
        where: { eventId_participantId: of },
        create: { ...of, labelOrder },
        update: { labelOrder },
      });
      await audit(memberId, "application.labelled", { participantId, labels: labels.length });
      changed("labels", [participantId]);
      return { labels };
    },
  );
}
