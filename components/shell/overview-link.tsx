"use client";

import type { Route } from "next";
import { useParams } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";

/** To the start of the event whose page this is. */
export function OverviewLink() {
  const { eventId } = useParams<{ eventId: string }>();
  return (
    <ButtonLink href={`/events/${eventId}` as Route} look="primary">
      To the event's overview
    </ButtonLink>
  );
}
