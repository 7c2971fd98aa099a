"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useParams } from "next/navigation";
import { eventQueries } from "@/components/queries/event-queries";
import { ButtonLink } from "@/components/ui/button-link";
import { EVENT_PLACES, hasPlace } from "./event-nav";

/** To each page of the event whose page this is not. */
export function EventPageLinks() {
  const { eventId } = useParams<{ eventId: string }>();
  const { data: role } = useQuery({
    ...eventQueries.overview(eventId),
    select: (overview) => overview.role,
  });
  return EVENT_PLACES.filter(({ permission }) => hasPlace(role, permission)).map(
    ({ word, path, icon: Icon }) => (
      <ButtonLink key={path} href={`/events/${eventId}${path}` as Route}>
        <Icon aria-hidden="true" size={16} />
        {word}
      </ButtonLink>
    ),
  );
}
