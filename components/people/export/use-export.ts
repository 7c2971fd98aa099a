import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchView } from "@/components/queries/fetch-view";
import { send } from "@/components/queries/send";
import type { ExportView } from "@/lib/exports/export-view";
import type { ExportOrder } from "./export-order";

const POLL_MS = 700;
const LONGEST_STANDSTILL_MS = 30_000;

const isOver = (view: ExportView | undefined) => view?.state === "done" || view?.state === "failed";

/** Asks for a file, lets the browser download it, and follows how far it is. */
export function useExport(eventId: string) {
  const base = `/api/events/${encodeURIComponent(eventId)}/exports`;
  const [order, setOrder] = useState<ExportOrder | null>(null);
  const asked = useMutation({
    mutationFn: (wanted: ExportOrder) =>
      send<ExportView>({ method: "POST", path: base, body: wanted }),
    onSuccess: (made) => download(`${base}/${made.id}/file`),
  });
  const id = asked.data?.id;
  const progress = useQuery({
    queryKey: ["event", eventId, "export", id] as const,
    queryFn: ({ signal }) => fetchView<ExportView>(`${base}/${id}`, signal),
    enabled: id !== undefined,
    initialData: () => asked.data,
    staleTime: 0,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : POLL_MS),
    // The browser goes on downloading while another tab is looked at.
    refetchIntervalInBackground: true,
  });
  const view = id === undefined ? undefined : progress.data;
  const error = asked.error ?? (isOver(view) ? null : progress.error);
  return {
    /** Undefined until a file is asked for. */
    view,
    isAsking: asked.isPending,
    /** It could not be asked for, or its progress could not be learned. */
    error,
    isStill: useStandstill(view),
    begin(wanted: ExportOrder): void {
      setOrder(wanted);
      asked.mutate(wanted);
    },
    /** The same file once more, anew. */
    again(): void {
      if (order) asked.mutate(order);
    },
    forget(): void {
      setOrder(null);
      asked.reset();
    },
  };
}

export type Exporting = ReturnType<typeof useExport>;

/** The browser's own download writes to its disk, and takes its name from the answer. */
function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Whether nothing has been written for half a minute: paused in the browser, or lost. */
function useStandstill(view: ExportView | undefined): boolean {
  const mark = view && !isOver(view) ? `${view.id} ${view.state} ${view.written}` : null;
  const [still, setStill] = useState<string | null>(null);
  useEffect(() => {
    if (mark === null) return;
    const timer = setTimeout(() => setStill(mark), LONGEST_STANDSTILL_MS);
    return () => clearTimeout(timer);
  }, [mark]);
  return mark !== null && still === mark;
}
