import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { labelApplicationInEvent } from "@/lib/reviews/label-application-in-event";

export const PUT = handle(
  { actor: "member", permission: "reviews.write", body: 8 * KIB },
  (actor, input, params) => labelApplicationInEvent(actor, { ...input, ...params }),
);
