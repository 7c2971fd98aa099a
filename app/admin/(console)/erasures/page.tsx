import type { Metadata } from "next";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { ErasuresScreen } from "@/components/console/erasures/erasures-screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listErasures } from "@/lib/console/list-erasures";

export const metadata: Metadata = { title: "Erasures" };

export default async function ErasuresPage() {
  const view = await readConsoleView(listErasures(await currentOperator()), "/admin/erasures");
  return (
    <Hydrate views={[[consoleQueries.erasures().queryKey, view]]}>
      <ErasuresScreen />
    </Hydrate>
  );
}
