import { getDeliveryDetail } from "@/lib/console/get-delivery-detail";
import { handleInConsole } from "@/lib/http/handle-in-console";

export const GET = handleInConsole((actor, _, { eventId = "", deliveryId = "" }) =>
  getDeliveryDetail(actor, { eventId, deliveryId }),
);
