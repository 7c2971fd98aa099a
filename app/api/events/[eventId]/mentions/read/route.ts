import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { markMentionsReadInEvent } from "@/lib/reviews/mark-mentions-read-in-event";

export const POST = handle(
  { actor: "member", permission: "notes.read", body: 16 * KIB },
  (actor, input, params) => markMentionsReadInEvent(actor, { ...input, ...params }),
);
