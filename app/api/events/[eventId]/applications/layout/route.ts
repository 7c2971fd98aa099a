import { handle } from "@/lib/http";
import { readText } from "@/lib/read-text";
import { getListLayout } from "@/lib/saved-views/get-list-layout";
import { updateListLayout } from "@/lib/saved-views/update-list-layout";

const list = "applications";

export const GET = handle((actor, _request, { eventId = "" }) =>
  getListLayout(actor, { eventId, list }),
);

export const PUT = handle(async (actor, request, params) =>
  updateListLayout(actor, { ...JSON.parse(await readText(request)), ...params, list }),
);
