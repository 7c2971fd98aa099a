"use client";

import { PersonAnswers } from "@/components/people/person-answers";
import { PersonHistory } from "@/components/people/person-history";
import { PersonSource } from "@/components/people/person-source";
import { ExactTime } from "@/components/time/exact-time";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { DecideInRevento } from "./decide-in-revento";
import { OtherApplications } from "./other-applications";
import { PersonFacts } from "./person-facts";
import { RowFreshness } from "./row-freshness";
import { useChangedFields } from "./use-changed-fields";

type Props = {
  eventId: string;
  person: ApplicationDetailView;
  onSelect?: ((participantId: string) => void) | undefined;
};

/** Everything known about one person, and how. */
export default function Person({ eventId, person, onSelect }: Props) {
  const { changed, news } = useChangedFields(person);
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-7 p-5">
      <p role="status" className="sr-only">
        {news}
      </p>
      <header className="grid justify-items-start gap-2">
        <h2
          className="text-left font-display text-2xl text-balance [overflow-wrap:anywhere]"
          dir="auto"
        >
          {person.name || person.email || person.participantId}
        </h2>
        <RowFreshness person={person} />
        {person.missingSince ? (
          <p className="rounded-md bg-pending-tint p-3 text-pending text-sm">
            Not in Revento&apos;s last list, read <ExactTime at={person.missingSince} />. Foyer
            keeps this person until a second list lacks them, too.
          </p>
        ) : null}
        {person.removedAt ? (
          <p className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm">
            Revento no longer lists this person. Foyer noticed <ExactTime at={person.removedAt} />.
            What follows is what was last known.
          </p>
        ) : null}
        <DecideInRevento person={person} />
      </header>
      <OtherApplications eventId={eventId} others={person.otherApplications} onSelect={onSelect} />
      <PersonFacts person={person} changed={changed} />
      <PersonAnswers eventId={eventId} person={person} changed={changed} />
      <PersonHistory history={person.history} hasOlder={person.hasOlderHistory} />
      <PersonSource person={person} />
    </article>
  );
}
