import { NO_STORE } from "@/lib/http/error-answer";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { createLabelInEvent } from "@/lib/reviews/create-label-in-event";
import { listLabelsInEvent } from "@/lib/reviews/list-labels-in-event";

export const GET = handle({ actor: "member", permission: "reviews.read" }, (actor, _, params) =>
  listLabelsInEvent(actor, params),
);

export const POST = handle(
  { actor: "member", permission: "reviews.write", body: 16 * KIB },
  async (actor, input, params) =>
    Response.json(await createLabelInEvent(actor, { ...input, ...params }), {
      status: 201,
      headers: NO_STORE,
    }),
);
