import { getDeliveryDetail } from "@/lib/console/get-delivery-detail";
import { handle } from "@/lib/http/handle";

export const GET = handle({ actor: "operator" }, (actor, _, { eventId = "", deliveryId = "" }) =>
  getDeliveryDetail(actor, { eventId, deliveryId }),
);
