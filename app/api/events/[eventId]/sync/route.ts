import { handle } from "@/lib/http/handle";
import { getSyncProgress } from "@/lib/syncs/get-sync-progress";

export const GET = handle(
  { actor: "member", permission: "event.read" },
  (_actor, _request, { eventId = "" }) => getSyncProgress(eventId),
);
