import { NO_STORE } from "@/lib/http/error-answer";
import { handle } from "@/lib/http/handle";
import { createInvitationInEvent } from "@/lib/members/create-invitation-in-event";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "member", permission: "members.manage", body: 16 * KIB },
  async (actor, input, params) =>
    Response.json(await createInvitationInEvent(actor, { ...input, ...params }), {
      status: 201,
      headers: NO_STORE,
    }),
);
