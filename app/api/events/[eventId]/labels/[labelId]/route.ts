import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { deleteLabelInEvent } from "@/lib/reviews/delete-label-in-event";
import { updateLabelInEvent } from "@/lib/reviews/update-label-in-event";

export const PATCH = handle(
  { actor: "member", permission: "reviews.manage", body: 16 * KIB },
  (actor, input, params) => updateLabelInEvent(actor, { ...input, ...params }),
);

export const DELETE = handle(
  { actor: "member", permission: "reviews.manage" },
  (actor, _, params) => deleteLabelInEvent(actor, params),
);
