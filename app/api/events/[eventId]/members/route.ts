import { handle } from "@/lib/http/handle";
import { listMembersInEvent } from "@/lib/members/list-members-in-event";

export const GET = handle(
  { actor: "member", permission: "members.read" },
  (actor, _, { eventId = "" }) => listMembersInEvent(actor, { eventId }),
);
