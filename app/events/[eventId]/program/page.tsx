import type { Metadata } from "next";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { ProgramScreen } from "@/components/program/program-screen";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { listProgramInEvent } from "@/lib/program/list-program-in-event";

export const metadata: Metadata = { title: "Program" };

export default async function ProgramPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const program = await readView(listProgramInEvent(await currentActor(), { eventId }));
  return (
    <Hydrate views={[[eventQueries.program(eventId).queryKey, program]]}>
      <ProgramScreen eventId={eventId} />
    </Hydrate>
  );
}
