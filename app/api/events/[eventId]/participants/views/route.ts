import { handle } from "@/lib/http";
import { readText } from "@/lib/read-text";
import { createSavedView } from "@/lib/saved-views/create-saved-view";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";

const list = "participants";

export const GET = handle((actor, _request, { eventId = "" }) =>
  listSavedViews(actor, { eventId, list }),
);

export const POST = handle(async (actor, request, params) =>
  createSavedView(actor, { ...JSON.parse(await readText(request)), ...params, list }),
);
