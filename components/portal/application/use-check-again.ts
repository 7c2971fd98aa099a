"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { portalQueries } from "@/components/queries/portal-queries";
import { send } from "@/components/queries/send";
import type { MeView } from "@/lib/portal/me-view";

/** Asks Revento now how one's own application stands. */
export function useCheckAgain(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      send<MeView>({
        method: "POST",
        path: `/api/portal/${encodeURIComponent(eventId)}/me/refresh`,
      }),
    onSuccess: (me) => client.setQueryData(portalQueries.me(eventId).queryKey, me),
  });
}
