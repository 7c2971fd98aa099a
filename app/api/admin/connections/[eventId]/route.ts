import { getConnectionDetail } from "@/lib/console/get-connection-detail";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor, _, { eventId = "" }) =>
  getConnectionDetail(actor, { eventId }),
);
