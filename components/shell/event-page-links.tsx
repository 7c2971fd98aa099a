"use client";

import type { Route } from "next";
import { useParams } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { EVENT_PLACES } from "./event-nav";

/** To each page of the event whose page this is not. */
export function EventPageLinks() {
  const { eventId } = useParams<{ eventId: string }>();
  return EVENT_PLACES.map(({ word, path, icon: Icon }) => (
    <ButtonLink key={path} href={`/events/${eventId}${path}` as Route}>
      <Icon aria-hidden="true" size={16} />
      {word}
    </ButtonLink>
  ));
}
