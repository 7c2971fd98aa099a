import type { Metadata } from "next";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { AgendaScreen } from "@/components/portal/agenda/agenda-screen";
import { Hydrate } from "@/components/queries/hydrate";
import { portalQueries } from "@/components/queries/portal-queries";
import { getAgenda } from "@/lib/portal/get-agenda";
import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";

export const metadata: Metadata = { title: "My agenda" };

export default async function AgendaPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const program = await readPortalView(eventId, listProgramForParticipant);
  const agenda = await readPortalView(eventId, getAgenda);
  return (
    <Hydrate
      views={[
        [portalQueries.program(eventId).queryKey, program],
        [portalQueries.agenda(eventId).queryKey, agenda],
      ]}
    >
      <AgendaScreen eventId={eventId} />
    </Hydrate>
  );
}
