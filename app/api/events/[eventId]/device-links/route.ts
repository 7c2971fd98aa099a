import { NO_STORE } from "@/lib/http/error-answer";
import { handle } from "@/lib/http/handle";
import { createDeviceLinkInEvent } from "@/lib/members/create-device-link-in-event";

export const POST = handle(
  { actor: "member", permission: "seat.use" },
  async (actor, _, { eventId = "" }) =>
    Response.json(await createDeviceLinkInEvent(actor, { eventId }), {
      status: 201,
      headers: NO_STORE,
    }),
);
