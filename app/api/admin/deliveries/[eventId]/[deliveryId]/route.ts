import { getDeliveryDetail } from "@/lib/console/get-delivery-detail";
import { handleInConsole } from "@/lib/console-http";

export const GET = handleInConsole((actor, _, { eventId = "", deliveryId = "" }) =>
  getDeliveryDetail(actor, { eventId, deliveryId }),
);
