import { handle } from "@/lib/http/handle";
import { requireRole } from "@/lib/members/require-role";
import { getSyncProgress } from "@/lib/syncs/get-sync-progress";

export const GET = handle(async (actor, _request, { eventId = "" }) => {
  await requireRole(actor, eventId, "viewer");
  return getSyncProgress(eventId);
});
