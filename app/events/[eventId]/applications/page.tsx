import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { loadListAddress } from "@/components/people/list-address";
import { PeopleScreen } from "@/components/people/people-screen";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";

export const metadata: Metadata = { title: "Applications" };

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const filters = await loadListAddress("applications", searchParams);
  const actor = await currentActor();
  const page = await readView(listApplicationsInEvent(actor, { eventId, ...filters }));
  const { queryKey } = eventQueries.list(eventId, "applications", filters);
  return (
    <Hydrate views={[[queryKey, { pages: [page], pageParams: [null] }]]}>
      <PeopleScreen eventId={eventId} kind="applications" />
    </Hydrate>
  );
}
