import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { loadDeliveriesAddress } from "@/components/console/deliveries/deliveries-address";
import { DeliveriesScreen } from "@/components/console/deliveries/deliveries-screen";
import { consoleQueries, saidOf } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listDeliveriesOfAllEvents } from "@/lib/console/list-deliveries-of-all-events";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { filters, cursor } = await loadDeliveriesAddress(searchParams);
  const view = await readConsoleView(
    listDeliveriesOfAllEvents(await currentOperator(), saidOf({ ...filters, cursor })),
    "/admin/deliveries",
    await searchParams,
  );
  return (
    <Hydrate views={[[consoleQueries.deliveries(filters, cursor).queryKey, view]]}>
      <DeliveriesScreen />
    </Hydrate>
  );
}
