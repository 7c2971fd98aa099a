import type { Metadata } from "next";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { ConnectionScreen } from "@/components/console/connections/connection-screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { getConnectionDetail } from "@/lib/console/get-connection-detail";

export const metadata: Metadata = { title: "Connection" };

export default async function ConnectionPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const view = await readConsoleView(
    getConnectionDetail(await currentOperator(), { eventId }),
    `/admin/connections/${encodeURIComponent(eventId)}`,
  );
  return (
    <Hydrate views={[[consoleQueries.connection(eventId).queryKey, view]]}>
      <ConnectionScreen eventId={eventId} />
    </Hydrate>
  );
}
