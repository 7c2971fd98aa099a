import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { assignReviewersInEvent } from "@/lib/reviews/assign-reviewers-in-event";

export const POST = handle(
  { actor: "member", permission: "reviews.manage", body: 2_048 * KIB },
  (actor, input, params) => assignReviewersInEvent(actor, { ...input, ...params }),
);
