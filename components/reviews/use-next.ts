"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import { showToast } from "@/components/ui/show-toast";

type Next = { participantId: string } | undefined;

/** Asks the queue for the next application and opens it, in the list as it is, if one looks at it. */
export function useNext(eventId: string) {
  const client = useQueryClient();
  const router = useRouter();
  const base = `/events/${encodeURIComponent(eventId)}`;
  return useMutation({
    mutationFn: () => send<Next>({ method: "POST", path: `/api${base}/review/next` }),
    onSuccess: (next) => {
      if (!next) {
        showToast("Nothing is left for you to review");
        return client.invalidateQueries(eventQueries.reviewProgress(eventId));
      }
      const list = `${base}/applications`;
      const search = new URLSearchParams(location.pathname === list ? location.search : "");
      search.set("selected", next.participantId);
      router.push(`${list}?${search}` as Route, { scroll: false });
      return undefined;
    },
    onError: (error) => showToast(error.message),
  });
}
