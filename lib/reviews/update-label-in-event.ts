import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { LabelInput, OfLabel, requireFreeName, requireLabel } from "./label-input";
import { orderLabelled } from "./label-order";
import type { LabelView } from "./label-view";

const Input = OfLabel.extend(LabelInput.partial().shape);

/**
 * Gives a label another name or colour, on whatever it is. Throws ZodError, or AppError `unauthenticated`, `forbidden`,
 * `not_found`, `conflict` for a name that another label has.
 */
export async function updateLabelInEvent(actor: Actor, raw: unknown): Promise<LabelView> {
  const { eventId, labelId, ...input } = Input.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "reviews.manage",
    async ({ db, sql, changed, audit }, { memberId }) => {
      const { label: before, others } = await requireLabel(db, eventId, labelId);
      const label = {
        id: before.id,
        name: input.name ?? before.name,
        color: input.color ?? before.color,
      };
      requireFreeName(others, label.name);
      await db.label.updateMany({ where: { eventId, id: label.id }, data: label });
      if (label.name !== before.name) {
        await orderLabelled(sql, eventId, label.id, [...others, label]);
      }
      await audit(memberId, "label.changed", { labelId: label.id });
      changed("labels");
      return label;
    },
  );
}
