import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { getReviewSettingsInEvent } from "@/lib/reviews/get-review-settings-in-event";
import { updateReviewSettingsInEvent } from "@/lib/reviews/update-review-settings-in-event";

export const GET = handle({ actor: "member", permission: "reviews.read" }, (actor, _, params) =>
  getReviewSettingsInEvent(actor, params),
);

export const PUT = handle(
  { actor: "member", permission: "reviews.manage", body: 32 * KIB },
  (actor, input, params) => updateReviewSettingsInEvent(actor, { ...input, ...params }),
);
