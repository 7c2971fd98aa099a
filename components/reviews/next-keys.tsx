"use client";

import { useMay } from "@/components/queries/use-may";
import { useKeyPair } from "@/components/ui/use-key-pair";
import { useNext } from "./use-next";

/** G, then N: the next application for me, from every page of the event. */
export function NextKeys({ eventId }: { eventId: string }) {
  const mayReview = useMay(eventId, "reviews.write");
  return mayReview ? <Keys eventId={eventId} /> : null;
}

function Keys({ eventId }: { eventId: string }) {
  const { mutate, isPending } = useNext(eventId);
  useKeyPair("g", "n", () => {
    if (!isPending) mutate();
  });
  return null;
}
