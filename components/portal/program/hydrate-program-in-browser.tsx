"use client";

import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { portalQueries } from "@/components/queries/portal-queries";
import type { AgendaView } from "@/lib/portal/agenda-view";
import type { PortalProgramView } from "@/lib/portal/portal-program-view";

/** `program`: JSON. As text it is one value to React, which would walk through every activity otherwise. */
type Props = { eventId: string; program: string; agenda: AgendaView; children: ReactNode };

/** Gives the program and one's own agenda to the queries, so that the first paint asks for nothing. */
export function HydrateProgramInBrowser({ eventId, program, agenda, children }: Props) {
  const state = useMemo(() => {
    const client = new QueryClient();
    client.setQueryData(portalQueries.program(eventId).queryKey, parsed(program));
    client.setQueryData(portalQueries.agenda(eventId).queryKey, agenda);
    return dehydrate(client);
  }, [eventId, program, agenda]);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}

let last: { json: string; view: PortalProgramView } | undefined;

/** One program for everybody: the server draws the same for one after the other. */
function parsed(json: string): PortalProgramView {
  if (last?.json !== json) last = { json, view: JSON.parse(json) };
  return last.view;
}
