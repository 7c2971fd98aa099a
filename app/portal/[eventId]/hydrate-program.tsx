import type { ReactNode } from "react";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { HydrateProgramInBrowser } from "@/components/portal/program/hydrate-program-in-browser";
import { getProgramAndAgenda } from "@/lib/portal/get-program-and-agenda";

type Props = { eventId: string; place: "program" | "agenda"; children: ReactNode };

/** Hands the program and one's own agenda, which its pages show together, to the browser. */
export async function HydrateProgram({ eventId, place, children }: Props) {
  const { program, agenda } = await readPortalView(eventId, getProgramAndAgenda, place);
  return (
    <HydrateProgramInBrowser eventId={eventId} program={program} agenda={agenda}>
      {children}
    </HydrateProgramInBrowser>
  );
}
