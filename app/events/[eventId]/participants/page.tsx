import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { loadListAddress } from "@/components/people/address/load-list-address";
import { PeopleScreen } from "@/components/people/people-screen";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { questionOf } from "@/lib/list-address/list-address";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";

export const metadata: Metadata = { title: "Participants" };

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const question = questionOf(await loadListAddress(searchParams));
  const actor = await currentActor();
  const page = await readView(
    listParticipantsInEvent(actor, { eventId, address: question, counts: false }),
  );
  const { queryKey } = eventQueries.list(eventId, "participants", question);
  return (
    <Hydrate views={[[queryKey, { pages: [page], pageParams: [null] }]]}>
      <PeopleScreen eventId={eventId} kind="participants" />
    </Hydrate>
  );
}
