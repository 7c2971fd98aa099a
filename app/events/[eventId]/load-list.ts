import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { loadListAddress } from "@/components/people/address/load-list-address";
import { eventQueries } from "@/components/queries/event-queries";
import { questionOf } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";
import { getDefaultViewAddress } from "@/lib/saved-views/get-default-view-address";
import { getListLayout } from "@/lib/saved-views/get-list-layout";

const LIST_IN_EVENT = {
  applications: listApplicationsInEvent,
  participants: listParticipantsInEvent,
} as const;

type Asked = { eventId: string; kind: ListKind; search: Promise<SearchParams> };

/**
 * What a list's first paint shows, so that nothing jumps: rows and columns. An address that says nothing opens the member's default view.
 */
export async function loadList({ eventId, kind, search }: Asked) {
  const { address, saysNothing } = await loadListAddress(search);
  const actor = await currentActor();
  const of = { eventId, list: kind };
  const view = saysNothing ? await readView(getDefaultViewAddress(actor, of)) : null;
  if (view) redirect(`/events/${encodeURIComponent(eventId)}/${kind}?${view}`);
  const question = questionOf(address);
  const [page, layout] = await Promise.all([
    readView(LIST_IN_EVENT[kind](actor, { eventId, address: question, counts: false })),
    readView(getListLayout(actor, of)),
  ]);
  return [
    [eventQueries.list(eventId, kind, question).queryKey, { pages: [page], pageParams: [null] }],
    [eventQueries.layout(eventId, kind).queryKey, layout],
  ] as const;
}
