import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { loadList } from "@/app/events/[eventId]/load-list";
import { PeopleScreen } from "@/components/people/people-screen";
import { Hydrate } from "@/components/queries/hydrate";

export const metadata: Metadata = { title: "Applications" };

type Props = { params: Promise<{ eventId: string }>; searchParams: Promise<SearchParams> };

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  return (
    <Hydrate views={await loadList({ eventId, kind: "applications", search: searchParams })}>
      <PeopleScreen eventId={eventId} kind="applications" />
    </Hydrate>
  );
}
