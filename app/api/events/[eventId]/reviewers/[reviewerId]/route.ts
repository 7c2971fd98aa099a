import { handle } from "@/lib/http/handle";
import { nameReviewerInEvent } from "@/lib/participants/name-reviewer-in-event";
import { KIB } from "@/lib/read-text";

export const PUT = handle(
  { actor: "member", permission: "reviewers.name", body: 16 * KIB },
  (actor, input, params) => nameReviewerInEvent(actor, { ...input, ...params }),
);
