import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { loadConnectionsAddress } from "@/components/console/connections/connections-address";
import { ConnectionsScreen } from "@/components/console/connections/connections-screen";
import { consoleQueries, saidOf } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listConnectionsOfAllEvents } from "@/lib/console/list-connections-of-all-events";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const filters = await loadConnectionsAddress(searchParams);
  const view = await readConsoleView(
    listConnectionsOfAllEvents(await currentOperator(), saidOf(filters)),
    "/admin/connections",
    await searchParams,
  );
  return (
    <Hydrate views={[[consoleQueries.connections(filters).queryKey, view]]}>
      <ConnectionsScreen />
    </Hydrate>
  );
}
