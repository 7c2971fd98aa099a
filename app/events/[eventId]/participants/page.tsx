import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { loadListAddress } from "@/components/people/list-address";
import { PeopleScreen } from "@/components/people/people-screen";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";

export const metadata: Metadata = { title: "Participants" };

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const filters = await loadListAddress("participants", searchParams);
  const actor = await currentActor();
  const page = await readView(listParticipantsInEvent(actor, { eventId, ...filters }));
  const { queryKey } = eventQueries.list(eventId, "participants", filters);
  return (
    <Hydrate views={[[queryKey, { pages: [page], pageParams: [null] }]]}>
      <PeopleScreen eventId={eventId} kind="participants" />
    </Hydrate>
  );
}
