import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListLayoutView } from "@/lib/saved-views/list-layout-view";

const PAUSE_MS = 500;

type Body = Pick<ListLayoutView, "columns" | "density">;
type Arrangement = Partial<Body>;

/**
 * Keeps an arrangement of columns for the member: at once for this page, and on the server when nothing
 * has moved for half a second, or when the page is left. Written one after the other, so that the last wins.
 */
export function useKeepLayout(eventId: string, kind: ListKind): (arrangement: Arrangement) => void {
  const client = useQueryClient();
  const waiting = useRef<Body | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mutate } = useMutation({
    scope: { id: `layout ${eventId} ${kind}` },
    retry: 2,
    mutationFn: (body: Body) =>
      send<ListLayoutView>({
        method: "PUT",
        path: `/api/events/${encodeURIComponent(eventId)}/${kind}/layout`,
        body,
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
    (arrangement: Arrangement) => {
      const { queryKey } = eventQueries.layout(eventId, kind);
      void client.cancelQueries({ queryKey });
      const known = client.getQueryData(queryKey);
      if (!known) return;
      const { columns, density } = { ...known, ...arrangement };
      client.setQueryData(queryKey, { ...known, columns, density });
      waiting.current = { columns, density };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [client, eventId, kind, flush],
  );
}
