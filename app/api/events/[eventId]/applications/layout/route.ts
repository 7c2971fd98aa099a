import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { getListLayout } from "@/lib/saved-views/get-list-layout";
import { updateListLayout } from "@/lib/saved-views/update-list-layout";

const list = "applications";

export const GET = handle(
  { actor: "member", permission: "people.read" },
  (actor, _request, { eventId = "" }) => getListLayout(actor, { eventId, list }),
);

export const PUT = handle(
  { actor: "member", permission: "views.write", body: 16 * KIB },
  (actor, input, params) => updateListLayout(actor, { ...input, ...params, list }),
);
