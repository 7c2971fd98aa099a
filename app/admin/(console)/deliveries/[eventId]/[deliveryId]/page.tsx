import type { Metadata } from "next";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { DeliveryScreen } from "@/components/console/deliveries/delivery-screen";
import { consoleQueries, deliveryPath } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { getDeliveryDetail } from "@/lib/console/get-delivery-detail";

export const metadata: Metadata = { title: "Delivery" };

type Props = { params: Promise<{ eventId: string; deliveryId: string }> };

export default async function DeliveryPage({ params }: Props) {
  const { eventId, deliveryId } = await params;
  const view = await readConsoleView(
    getDeliveryDetail(await currentOperator(), { eventId, deliveryId }),
    `/admin${deliveryPath(eventId, deliveryId)}`,
  );
  return (
    <Hydrate views={[[consoleQueries.delivery(eventId, deliveryId).queryKey, view]]}>
      <DeliveryScreen eventId={eventId} deliveryId={deliveryId} />
    </Hydrate>
  );
}
