import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";

/** Says that the notes about somebody, or all, have been looked at. */
export function useMarkRead(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (of: { participantId?: string }) =>
      send({
        method: "POST",
        path: `/api/events/${encodeURIComponent(eventId)}/mentions/read`,
        body: of,
      }),
    onSuccess: () => client.invalidateQueries(eventQueries.mentions(eventId)),
  });
}
