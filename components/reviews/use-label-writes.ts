import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { LabelView } from "@/lib/reviews/label-view";
import type { LabelDraft } from "./label-fields";

type LabelWrite =
  | { do: "make"; draft: LabelDraft }
  | { do: "change"; label: LabelView; draft: LabelDraft }
  | { do: "delete"; label: LabelView };

/** Makes, changes and deletes the event's labels. A label that is deleted is answered as null. */
export function useLabelWrites(eventId: string) {
  const client = useQueryClient();
  const path = `/api/events/${encodeURIComponent(eventId)}/labels`;
  return useMutation({
    mutationFn: async (write: LabelWrite): Promise<LabelView | null> => {
      if (write.do === "make") return send({ method: "POST", path, body: write.draft });
      const one = `${path}/${encodeURIComponent(write.label.id)}`;
      if (write.do === "change") return send({ method: "PATCH", path: one, body: write.draft });
      await send({ method: "DELETE", path: one });
      return null;
    },
    onSuccess: () => client.invalidateQueries(eventQueries.labels(eventId)),
  });
}
