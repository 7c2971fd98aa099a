import { handle } from "@/lib/http/handle";
import { removeMemberInEvent } from "@/lib/members/remove-member-in-event";
import { updateMemberInEvent } from "@/lib/members/update-member-in-event";
import { KIB } from "@/lib/read-text";

export const PATCH = handle(
  { actor: "member", permission: "members.read", body: 16 * KIB },
  (actor, input, params) => updateMemberInEvent(actor, { ...input, ...params }),
);

export const DELETE = handle({ actor: "member", permission: "seat.use" }, (actor, _, params) =>
  removeMemberInEvent(actor, params),
);
