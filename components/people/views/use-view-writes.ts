import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";

export type ViewFields = { name: string; address: string; isTeam: boolean; isDefault: boolean };

type Write =
  | { do: "create"; fields: ViewFields }
  | { do: "change"; view: SavedViewView; fields: Partial<ViewFields> }
  | { do: "delete"; view: SavedViewView };

/** Creates, changes and deletes views. The menu shows what has become of it before anybody hears that it is done. */
export function useViewWrites(eventId: string, kind: ListKind) {
  const client = useQueryClient();
  const views = `/api/events/${encodeURIComponent(eventId)}/${kind}/views`;
  return useMutation({
    mutationFn: async (write: Write): Promise<SavedViewView | null> => {
      if (write.do === "create") {
        return send({ method: "POST", path: views, body: write.fields });
      }
      const path = `${views}/${write.view.id}`;
      if (write.do === "change") return send({ method: "PATCH", path, body: write.fields });
      await send({ method: "DELETE", path });
      return null;
    },
    onSuccess: () =>
      Promise.all(
        [eventQueries.savedViews(eventId, kind), eventQueries.layout(eventId, kind)].map(
          ({ queryKey }) => client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export type ViewWrites = ReturnType<typeof useViewWrites>;
