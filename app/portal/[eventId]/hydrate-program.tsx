import type { ReactNode } from "react";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { Hydrate } from "@/components/queries/hydrate";
import { portalQueries } from "@/components/queries/portal-queries";
import { getAgenda } from "@/lib/portal/get-agenda";
import { listProgramForParticipant } from "@/lib/portal/list-program-for-participant";

/** Hands the program and one's own agenda, which its pages show together, to the browser. */
export async function HydrateProgram({
  eventId,
  children,
}: {
  eventId: string;
  children: ReactNode;
}) {
  const { view: program } = await readPortalView(eventId, listProgramForParticipant);
  const agenda = await readPortalView(eventId, getAgenda);
  return (
    <Hydrate
      views={[
        [portalQueries.program(eventId).queryKey, program],
        [portalQueries.agenda(eventId).queryKey, agenda],
      ]}
    >
      {children}
    </Hydrate>
  );
}
