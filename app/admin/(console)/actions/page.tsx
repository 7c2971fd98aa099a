import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { readConsoleView } from "@/app/admin/(console)/read-console-view";
import { currentOperator } from "@/app/admin/operator";
import { loadActionsAddress } from "@/components/console/actions/actions-address";
import { ActionsScreen } from "@/components/console/actions/actions-screen";
import { consoleQueries, saidOf } from "@/components/queries/console-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listOperatorActions } from "@/lib/console/list-operator-actions";

export const metadata: Metadata = { title: "Actions" };

export default async function ActionsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { event, cursor } = await loadActionsAddress(searchParams);
  const view = await readConsoleView(
    listOperatorActions(await currentOperator(), saidOf({ event, cursor })),
    "/admin/actions",
    await searchParams,
  );
  return (
    <Hydrate views={[[consoleQueries.actions(event, cursor).queryKey, view]]}>
      <ActionsScreen />
    </Hydrate>
  );
}
