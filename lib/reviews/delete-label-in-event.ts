import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { OfLabel, requireLabel } from "./label-input";
import { orderLabelled } from "./label-order";

/** Takes a label off whatever it is on, and away. Throws AppError `unauthenticated`, `forbidden`, `not_found`. */
export async function deleteLabelInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, labelId } = OfLabel.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "reviews.manage",
    async ({ db, sql, changed, audit }, { memberId }) => {
      const { label, others } = await requireLabel(db, eventId, labelId);
      await orderLabelled(sql, eventId, label.id, others);
      const { count } = await db.applicationLabel.deleteMany({
        where: { eventId, labelId: label.id },
      });
      await db.label.deleteMany({ where: { eventId, id: label.id } });
      await audit(memberId, "label.deleted", { labelId: label.id, applications: count });
      changed("labels");
    },
  );
}
