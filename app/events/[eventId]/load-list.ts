import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import type { ComponentProps } from "react";
import { currentActor } from "@/app/actor";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { readView } from "@/app/read-view";
import { loadListAddress } from "@/components/people/address/load-list-address";
import { countedQuestion } from "@/components/people/search/counted-question";
import { eventQueries } from "@/components/queries/event-queries";
import type { Hydrate } from "@/components/queries/hydrate";
import { questionOf } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { countListInEvent } from "@/lib/participants/count-list-in-event";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { listFormFieldsInEvent } from "@/lib/participants/list-form-fields-in-event";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";
import { getDefaultViewAddress } from "@/lib/saved-views/get-default-view-address";
import { getListLayout } from "@/lib/saved-views/get-list-layout";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";

const LIST_IN_EVENT = {
  applications: listApplicationsInEvent,
  participants: listParticipantsInEvent,
} as const;

type Views = ComponentProps<typeof Hydrate>["views"];
type Asked = { eventId: string; kind: ListKind; search: Promise<SearchParams> };

/**
 * What a list's first paint shows, so that nothing jumps: rows, columns, the form's fields, and the counts
 * where they are kept, the views' names where one is open. An address that says nothing opens the
 * member's default view.
 */
export async function loadList({ eventId, kind, search }: Asked): Promise<Views> {
  const overview = await loadOverview(eventId);
  const actor = await currentActor();
  const form = readView(listFormFieldsInEvent(actor, { eventId }));
  const { address, saysNothing, hasView } = await loadListAddress(
    search,
    overview,
    overview.sight.name ? null : new Set((await form).map(({ key }) => key)),
  );
  const of = { eventId, list: kind };
  const view = saysNothing ? await readView(getDefaultViewAddress(actor, of)) : null;
  if (view) redirect(`/events/${encodeURIComponent(eventId)}/${kind}?${view}`);
  const question = questionOf(address);
  const isKept = address.q === "" && address.filters.every(({ field }) => field === "status");
  const countsKey = eventQueries.counts(eventId, kind, countedQuestion(question), [
    "status",
  ]).queryKey;
  const [page, layout, fields, counts, views] = await Promise.all([
    readView(LIST_IN_EVENT[kind](actor, { eventId, address: question, counts: false })),
    readView(getListLayout(actor, of)),
    form,
    isKept
      ? readView(countListInEvent(actor, { ...of, address: question, facets: ["status"] }))
      : null,
    hasView ? readView(listSavedViews(actor, of)) : null,
  ]);
  return [
    [eventQueries.list(eventId, kind, question).queryKey, { pages: [page], pageParams: [0] }],
    [eventQueries.layout(eventId, kind).queryKey, layout],
    [eventQueries.formFields(eventId).queryKey, fields],
    ...(counts ? [[countsKey, counts] as const] : []),
    ...(views ? [[eventQueries.savedViews(eventId, kind).queryKey, views] as const] : []),
  ];
}
