import { handle } from "@/lib/http/handle";
import { setRoleLevelInEvent } from "@/lib/members/set-role-level-in-event";
import { KIB } from "@/lib/read-text";

export const PUT = handle(
  { actor: "member", permission: "members.manage", body: 16 * KIB },
  (actor, input, params) => setRoleLevelInEvent(actor, { ...input, ...params }),
);
