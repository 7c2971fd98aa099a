import { currentActor } from "@/app/actor";
import { FeedCard } from "@/components/overview/feed/feed-card";
import { Hydrate } from "@/components/queries/hydrate";
import { insightQueries } from "@/components/queries/insight-queries";
import { listFeedInEvent } from "@/lib/insights/list-feed-in-event";

/** What happened, with its first page. If it could not be read, the browser asks, and says if that fails. */
export async function LoadFeed({ eventId }: { eventId: string }) {
  const page = await listFeedInEvent(await currentActor(), { eventId }).catch(() => null);
  const { queryKey } = insightQueries.feed(eventId);
  return (
    <Hydrate views={page ? [[queryKey, { pages: [page], pageParams: [null] }]] : []}>
      <FeedCard eventId={eventId} />
    </Hydrate>
  );
}
