"use client";

import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { NextButton } from "./next-button";
import { OthersRatings } from "./others-ratings";
import { OwnRatingForm } from "./own-rating-form";
import { Presence } from "./presence";
import { useRating } from "./use-rating";

type Props = { eventId: string; participantId: string };

/** One's own rating of an application and what the others gave it; nothing for whoever does not review. */
export function Ratings({ eventId, participantId }: Props) {
  const mayRead = useMay(eventId, "reviews.read");
  return mayRead ? <Rated eventId={eventId} participantId={participantId} /> : null;
}

function Rated({ eventId, participantId }: Props) {
  const settings = useQuery(eventQueries.reviewSettings(eventId));
  const ratings = useQuery(eventQueries.ratings(eventId, participantId));
  const own = useRating(eventId, participantId, ratings.data);
  const retry = () => void Promise.all([settings.refetch(), ratings.refetch()]);
  const hasFailed = settings.isError || ratings.isError;
  return (
    <section
      aria-label="Rating"
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-canvas p-4"
    >
      <h3 className="font-medium text-sm">Your rating</h3>
      <Presence eventId={eventId} participantId={participantId} />
      {settings.data && ratings.data ? (
        <>
          <OwnRatingForm criteria={settings.data.criteria} own={own} />
          <OthersRatings ratings={ratings.data} />
          {own.given.abstain || ratings.data.own?.isGiven ? (
            <div>
              <NextButton eventId={eventId} look="plain" />
            </div>
          ) : null}
        </>
      ) : hasFailed ? (
        <DidNotLoad onRetry={retry} />
      ) : (
        <span aria-hidden="true" className="h-9 animate-breathe rounded-md bg-sunken" />
      )}
    </section>
  );
}
