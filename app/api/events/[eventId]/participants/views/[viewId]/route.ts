import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { deleteSavedView } from "@/lib/saved-views/delete-saved-view";
import { updateSavedView } from "@/lib/saved-views/update-saved-view";

const list = "participants";

export const PATCH = handle(
  { actor: "member", permission: "views.write", body: 16 * KIB },
  (actor, input, params) => updateSavedView(actor, { ...input, ...params, list }),
);

export const DELETE = handle(
  { actor: "member", permission: "views.write" },
  (actor, _request, { eventId = "", viewId = "" }) =>
    deleteSavedView(actor, { eventId, viewId, list }),
);
