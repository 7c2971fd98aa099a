import { handle } from "@/lib/http/handle";
import { getReviewProgressInEvent } from "@/lib/reviews/get-review-progress-in-event";

export const GET = handle({ actor: "member", permission: "reviews.read" }, (actor, _, params) =>
  getReviewProgressInEvent(actor, params),
);
