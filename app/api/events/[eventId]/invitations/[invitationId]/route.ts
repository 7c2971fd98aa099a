import { handle } from "@/lib/http/handle";
import { deleteInvitationInEvent } from "@/lib/members/delete-invitation-in-event";

export const DELETE = handle(
  { actor: "member", permission: "members.manage" },
  (actor, _, params) => deleteInvitationInEvent(actor, params),
);
