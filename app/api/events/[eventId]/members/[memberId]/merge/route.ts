import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { mergeMembersInEvent } from "@/lib/reviews/merge-members-in-event";

export const POST = handle(
  { actor: "member", permission: "members.manage", body: 16 * KIB },
  (actor, input, params) => mergeMembersInEvent(actor, { ...input, ...params }),
);
