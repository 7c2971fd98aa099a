import type { Metadata } from "next";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { InstallationsScreen } from "@/components/console/installations/installations-screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { getLatestCheck } from "@/lib/console/get-latest-check";

export const metadata: Metadata = { title: "Installations" };

export default async function InstallationsPage() {
  const view = await readConsoleView(
    getLatestCheck(await currentOperator()),
    "/admin/installations",
  );
  return (
    <Hydrate views={[[consoleQueries.installations().queryKey, view]]}>
      <InstallationsScreen />
    </Hydrate>
  );
}
