import { handle } from "@/lib/http/handle";
import { mergeMembersInEvent } from "@/lib/members/merge-members-in-event";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "member", permission: "members.manage", body: 16 * KIB },
  (actor, input, params) => mergeMembersInEvent(actor, { ...input, ...params }),
);
