"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { portalQueries } from "@/components/queries/portal-queries";
import { send } from "@/components/queries/send";
import type { AgendaView } from "@/lib/portal/agenda-view";
import { withStar } from "./with-star";

type Star = { activityId: string; isStarred: boolean };

/**
 * What is on one's own agenda, and putting things on and off it: seen at once, told to Foyer one after the
 * other, taken back where Foyer says no.
 */
export function useStars(eventId: string) {
  const client = useQueryClient();
  const { queryKey } = portalQueries.agenda(eventId);
  const mutationKey = [...queryKey, "star"];
  const { data } = useQuery(portalQueries.agenda(eventId));

  const show = ({ activityId, isStarred }: Star) =>
    client.setQueryData<AgendaView>(queryKey, (old) => old && withStar(old, activityId, isStarred));

  const { mutate, error } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    mutationFn: ({ activityId, isStarred }: Star) =>
      send<AgendaView>({
        method: isStarred ? "PUT" : "DELETE",
        path: `/api/portal/${encodeURIComponent(eventId)}/agenda/${encodeURIComponent(activityId)}`,
      }),
    onMutate: async (star) => {
      await client.cancelQueries({ queryKey });
      show(star);
    },
    onSuccess: (agenda) => {
      // An answer knows nothing of the stars that are still waiting their turn.
      if (client.isMutating({ mutationKey }) === 1) client.setQueryData(queryKey, agenda);
    },
    onError: (_, { activityId, isStarred }) => {
      show({ activityId, isStarred: !isStarred });
      void client.invalidateQueries({ queryKey });
    },
  });

  const starred = new Set(data?.starred);
  return {
    starred,
    error,
    toggle: (activityId: string) => mutate({ activityId, isStarred: !starred.has(activityId) }),
  };
}
