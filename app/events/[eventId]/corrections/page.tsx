import type { Metadata } from "next";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { CorrectionsScreen } from "@/components/people/corrections/corrections-screen";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listCorrectionsInEvent } from "@/lib/participants/list-corrections-in-event";

export const metadata: Metadata = { title: "Corrected by the daily check" };

export default async function CorrectionsPage({
  params,
}: {
  params: Promise<{ eventId: string }>;
}) {
  const { eventId } = await params;
  const first = await readView(listCorrectionsInEvent(await currentActor(), { eventId }));
  const { queryKey } = eventQueries.corrections(eventId);
  return (
    <Hydrate views={[[queryKey, { pages: [first], pageParams: [null] }]]}>
      <CorrectionsScreen eventId={eventId} />
    </Hydrate>
  );
}
