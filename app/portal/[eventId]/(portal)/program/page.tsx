import type { Metadata } from "next";
import { HydrateProgram } from "@/app/portal/[eventId]/hydrate-program";
import { PortalProgramScreen } from "@/components/portal/program/portal-program-screen";

export const metadata: Metadata = { title: "Program" };

export default async function ProgramPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  return (
    <HydrateProgram eventId={eventId} place="program">
      <PortalProgramScreen eventId={eventId} />
    </HydrateProgram>
  );
}
