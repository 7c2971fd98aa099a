import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { createSavedView } from "@/lib/saved-views/create-saved-view";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";

const list = "applications";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, _request, { eventId = "" }) => listSavedViews(actor, { eventId, list }),
);

export const POST = handle(
  { actor: "member", permission: "views.write", body: 16 * KIB },
  (actor, input, params) => createSavedView(actor, { ...input, ...params, list }),
);
