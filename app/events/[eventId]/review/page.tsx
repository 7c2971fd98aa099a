import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentActor } from "@/app/actor";
import { loadOverview } from "@/app/events/[eventId]/load-overview";
import { readView } from "@/app/read-view";
import { eventQueries } from "@/components/queries/event-queries";
import { Hydrate } from "@/components/queries/hydrate";
import { ReviewScreen } from "@/components/reviews/review-screen";
import { may } from "@/lib/members/permissions-view";
import { getReviewProgressInEvent } from "@/lib/reviews/get-review-progress-in-event";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  const { role } = await loadOverview(eventId);
  if (!may(role, "reviews.read")) redirect(`/events/${encodeURIComponent(eventId)}`);
  const progress = await readView(getReviewProgressInEvent(await currentActor(), { eventId }));
  return (
    <Hydrate views={[[eventQueries.reviewProgress(eventId).queryKey, progress]]}>
      <ReviewScreen eventId={eventId} />
    </Hydrate>
  );
}
