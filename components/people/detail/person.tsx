"use client";

import { Notes } from "@/components/notes/notes";
import { PersonAnswers } from "@/components/people/person-answers";
import { PersonHistory } from "@/components/people/person-history";
import { PersonSource } from "@/components/people/person-source";
import { ApplicationLabels } from "@/components/reviews/application-labels";
import { Ratings } from "@/components/reviews/ratings";
import { Revisions } from "@/components/reviews/revisions";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { PersonFacts } from "./person-facts";
import { PersonHead } from "./person-head";
import { useChangedFields } from "./use-changed-fields";

type Props = {
  eventId: string;
  person: ApplicationDetailView;
  onSelect?: ((participantId: string) => void) | undefined;
};

/** One person to be read: who, the answers, the facts, and folded what only some want to know. */
export default function Person({ eventId, person, onSelect }: Props) {
  const { changed, news } = useChangedFields(person);
  return (
    <article className="@container">
      <p role="status" className="sr-only">
        {news}
      </p>
      <div className="mx-auto grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-7 p-5 @4xl:max-w-5xl @4xl:grid-cols-[minmax(0,1fr)_17rem] @4xl:grid-rows-[auto_auto_1fr] @4xl:px-8 @4xl:pt-10">
        <div className="@4xl:col-span-2">
          <PersonHead eventId={eventId} person={person} changed={changed} onSelect={onSelect} />
          {person.applicationId === null ? null : (
            <div className="mt-3">
              <ApplicationLabels
                key={person.participantId}
                eventId={eventId}
                participantId={person.participantId}
                labelIds={person.review?.labels ?? []}
              />
            </div>
          )}
        </div>
        {person.applicationId === null ? null : (
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 @4xl:col-start-2 @4xl:row-start-2">
            <Revisions
              eventId={eventId}
              participantId={person.participantId}
              className="grid @4xl:hidden"
            />
            <Ratings
              key={person.participantId}
              eventId={eventId}
              participantId={person.participantId}
            />
          </div>
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-7 @4xl:col-start-1 @4xl:row-span-2 @4xl:row-start-2">
          {person.applicationId === null ? null : (
            // Above the answers there is room for the rounds beside each other.
            <Revisions
              eventId={eventId}
              participantId={person.participantId}
              className="hidden @4xl:grid"
            />
          )}
          <PersonAnswers eventId={eventId} person={person} changed={changed} />
          <Notes
            key={person.participantId}
            eventId={eventId}
            participantId={person.participantId}
          />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start @4xl:col-start-2">
          <PersonFacts eventId={eventId} person={person} changed={changed} />
          <PersonHistory history={person.history} hasOlder={person.hasOlderHistory} />
          <PersonSource person={person} />
        </div>
      </div>
    </article>
  );
}
