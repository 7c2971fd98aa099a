import type { Metadata } from "next";
import { readPortalView } from "@/app/portal/[eventId]/read-portal-view";
import { MeScreen } from "@/components/portal/me/me-screen";
import { Hydrate } from "@/components/queries/hydrate";
import { portalQueries } from "@/components/queries/portal-queries";
import { getMe } from "@/lib/portal/get-me";
import { getMyDataExcerpt } from "@/lib/portal/get-my-data";

export const metadata: Metadata = { title: "Me" };

export default async function MePage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const me = await readPortalView(eventId, getMe);
  const data = await readPortalView(eventId, getMyDataExcerpt);
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
