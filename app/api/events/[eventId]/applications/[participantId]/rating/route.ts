import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { deleteRatingInEvent } from "@/lib/reviews/delete-rating-in-event";
import { getRatingsInEvent } from "@/lib/reviews/get-ratings-in-event";
import { rateApplicationInEvent } from "@/lib/reviews/rate-application-in-event";

export const GET = handle({ actor: "member", permission: "reviews.read" }, (actor, _, params) =>
  getRatingsInEvent(actor, params),
);

export const PUT = handle(
  { actor: "member", permission: "reviews.write", body: 16 * KIB },
  (actor, input, params) => rateApplicationInEvent(actor, { ...input, ...params }),
);

export const DELETE = handle({ actor: "member", permission: "reviews.write" }, (actor, _, params) =>
  deleteRatingInEvent(actor, params),
);
