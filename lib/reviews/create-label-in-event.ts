import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { LabelInput, requireFreeName } from "./label-input";
import type { LabelView } from "./label-view";
import { MOST_LABELS, readLabels } from "./read-labels";

const Input = LabelInput.extend({ eventId: z.string() });

/**
 * Makes a label for the event's applications. Throws ZodError, or AppError `unauthenticated`, `not_found`, `forbidden`,
 * `conflict` for a name that there is already, whatever its letters' case, and beyond 50.
 */
export async function createLabelInEvent(actor: Actor, raw: unknown): Promise<LabelView> {
  const { eventId, name, color } = Input.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, changed, audit }, { memberId }) => {
      const labels = await readLabels(db, eventId);
      if (labels.length >= MOST_LABELS) {
        throw new AppError("conflict", `An event has ${MOST_LABELS} labels at the most.`);
      }
      requireFreeName(labels, name);
      const label = { id: randomUUID(), name, color };
      await db.label.createMany({ data: { eventId, ...label } });
      await audit(memberId, "label.created", { labelId: label.id });
      changed("labels");
      return label;
    },
  );
}
