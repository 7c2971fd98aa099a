import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListColumn, ListLayoutView } from "@/lib/saved-views/list-layout-view";

const PAUSE_MS = 500;

/**
 * Keeps an arrangement of columns for the member: at once for this page, and on the server when nothing
 * has moved for half a second, or when the page is left. Written one after the other, so that the last wins.
 */
export function useKeepLayout(eventId: string, kind: ListKind): (columns: ListColumn[]) => void {
  const client = useQueryClient();
  const waiting = useRef<ListColumn[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutate } = useMutation({
    scope: { id: `layout ${eventId} ${kind}` },
    retry: 2,
    mutationFn: (columns: ListColumn[]) =>
      send<ListLayoutView>({
        method: "PUT",
        path: `/api/events/${encodeURIComponent(eventId)}/${kind}/layout`,
        body: { columns },
        keepalive: true,
      }),
  });

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current) mutate(waiting.current);
    waiting.current = null;
  }, [mutate]);

  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  return useCallback(
    (columns: ListColumn[]) => {
      const { queryKey } = eventQueries.layout(eventId, kind);
      void client.cancelQueries({ queryKey });
      client.setQueryData<ListLayoutView>(queryKey, (known) => ({
        defaultViewId: known?.defaultViewId ?? null,
        columns,
      }));
      waiting.current = columns;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [client, eventId, kind, flush],
  );
}
