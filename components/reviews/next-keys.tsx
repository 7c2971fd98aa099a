"use client";

import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { useKeyPair } from "@/components/ui/use-key-pair";
import { may } from "@/lib/members/permissions-view";
import { useNext } from "./use-next";

/** G, then N: the next application for me, from every page of the event. */
export function NextKeys({ eventId }: { eventId: string }) {
  const { data: mayReview = false } = useQuery({
    ...eventQueries.overview(eventId),
    select: ({ role }) => may(role, "reviews.write"),
  });
  return mayReview ? <Keys eventId={eventId} /> : null;
}

function Keys({ eventId }: { eventId: string }) {
  const { mutate, isPending } = useNext(eventId);
  useKeyPair("g", "n", () => {
    if (!isPending) mutate();
  });
  return null;
}
