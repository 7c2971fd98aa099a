import type { Metadata } from "next";
import { HydrateProgram } from "@/app/portal/[eventId]/hydrate-program";
import { AgendaScreen } from "@/components/portal/agenda/agenda-screen";

export const metadata: Metadata = { title: "My agenda" };

export default async function AgendaPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  return (
    <HydrateProgram eventId={eventId} place="agenda">
      <AgendaScreen eventId={eventId} />
    </HydrateProgram>
  );
}
