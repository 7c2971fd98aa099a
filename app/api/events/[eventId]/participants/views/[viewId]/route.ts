import { handle } from "@/lib/http";
import { readText } from "@/lib/read-text";
import { deleteSavedView } from "@/lib/saved-views/delete-saved-view";
import { updateSavedView } from "@/lib/saved-views/update-saved-view";

const list = "participants";

export const PATCH = handle(async (actor, request, params) =>
  updateSavedView(actor, { ...JSON.parse(await readText(request)), ...params, list }),
);

export const DELETE = handle((actor, _request, { eventId = "", viewId = "" }) =>
  deleteSavedView(actor, { eventId, viewId, list }),
);
