import type { Metadata } from "next";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { MeScreen } from "@/components/portal/me/me-screen";
import { Hydrate } from "@/components/queries/hydrate";
import { portalQueries } from "@/components/queries/portal-queries";
import { getMeAndMyData } from "@/lib/portal/get-me";

export const metadata: Metadata = { title: "Me" };

export default async function MePage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const { me, data } = await readPortalView(eventId, getMeAndMyData, "me");
  return (
    <Hydrate
      views={[
        [portalQueries.me(eventId).queryKey, me],
        [portalQueries.myData(eventId).queryKey, data],
      ]}
    >
      <MeScreen eventId={eventId} />
    </Hydrate>
  );
}
