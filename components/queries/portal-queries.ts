import { queryOptions } from "@tanstack/react-query";
import type { AgendaView } from "@/lib/portal/agenda-view";
import type { MeView } from "@/lib/portal/me-view";
import type { MyDataExcerptView } from "@/lib/portal/my-data-view";
import type { PortalEntryView } from "@/lib/portal/portal-entry-view";
import { etagOf, isUpTo, type PortalProgramView } from "@/lib/portal/portal-program-view";
import { answeredView, fetchView } from "./fetch-view";

const at = (eventId: string) => `/api/portal/${encodeURIComponent(eventId)}`;

/** Every query of one event's portal is made here; invalidation names the same keys. */
export const portalQueries = {
  all: (eventId: string) => ["portal", eventId] as const,

  entry: (eventId: string) =>
    queryOptions({
      queryKey: ["portal", eventId, "entry"] as const,
      queryFn: ({ signal }) => fetchView<PortalEntryView>(at(eventId), signal),
    }),

  me: (eventId: string) =>
    queryOptions({
      queryKey: ["portal", eventId, "me"] as const,
      queryFn: ({ signal }) => fetchView<MeView>(`${at(eventId)}/me`, signal),
    }),

  program: (eventId: string) =>
    queryOptions({
      queryKey: ["portal", eventId, "program"] as const,
      queryFn: async ({ client, queryKey, signal }) => {
        const before = client.getQueryData<PortalProgramView>(queryKey);
        const answer = await fetchChanged(`${at(eventId)}/program`, before, signal);
        // What the page was told meanwhile may be newer than an answer that was long on its way.
        const known = client.getQueryData<PortalProgramView>(queryKey);
        return known && isUpTo(known.version, answer.version) ? known : answer;
      },
    }),

  agenda: (eventId: string) =>
    queryOptions({
      queryKey: ["portal", eventId, "agenda"] as const,
      queryFn: ({ signal }) => fetchView<AgendaView>(`${at(eventId)}/agenda`, signal),
    }),

  myData: (eventId: string) =>
    queryOptions({
      queryKey: ["portal", eventId, "data"] as const,
      queryFn: ({ signal }) => fetchView<MyDataExcerptView>(`${at(eventId)}/data`, signal),
    }),
};

/** The program; the one that the page knows where nothing has changed since (RFC 9110 13.1.2). */
async function fetchChanged(
  path: string,
  known: PortalProgramView | undefined,
  signal: AbortSignal,
): Promise<PortalProgramView> {
  if (!known) return fetchView<PortalProgramView>(path, signal);
  const headers = { accept: "application/json", "if-none-match": etagOf(known.version) };
  const asked = fetch(path, { signal, headers });
  const answer = asked.then((each) => (each.status === 304 ? Response.json(null) : each));
  return (await answeredView<PortalProgramView | null>(answer, signal)) ?? known;
}
