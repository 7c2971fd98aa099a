"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff, X } from "lucide-react";
import { eventQueries } from "@/components/queries/event-queries";
import { StatusBadge } from "@/components/status/status-badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { PersonAnswers } from "./person-answers";
import { PersonHistory } from "./person-history";
import { PersonSource } from "./person-source";

type Props = { eventId: string; participantId: string; onClose: () => void };

/** Everything about one person: answers, history, and how Foyer knows. */
export function PersonPanel({ eventId, participantId, onClose }: Props) {
  const { data, isError, error, refetch } = useQuery(eventQueries.person(eventId, participantId));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever one is inside
    <div
      className="relative min-h-full"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <button
        type="button"
        onClick={onClose}
        aria-label="Close details"
        className="absolute top-3 right-3 z-10 grid size-9 pointer-coarse:size-11 place-items-center rounded-full bg-surface text-soft hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden="true" size={18} />
      </button>
      {data ? <Person person={data} /> : null}
      {!data && isError ? (
        <Notice icon={CloudOff} role="alert" title="This did not load" text={error.message}>
          <Button look="primary" onClick={() => void refetch()}>
            Try again
          </Button>
        </Notice>
      ) : null}
      {!data && !isError ? <Waiting /> : null}
    </div>
  );
}

function Person({ person }: { person: ApplicationDetailView }) {
  return (
    <article className="grid gap-7 p-5">
      <header className="grid justify-items-start gap-2 pr-10">
        <h2
          className="text-left font-display text-2xl text-balance [overflow-wrap:anywhere]"
          dir="auto"
        >
          {person.name || person.email || person.participantId}
        </h2>
        <StatusBadge status={person.status} />
        {person.email ? (
          <a
            href={`mailto:${encodeURIComponent(person.email).replaceAll("%40", "@")}`}
            className="text-accent text-sm underline underline-offset-4 [overflow-wrap:anywhere]"
          >
            {person.email}
          </a>
        ) : null}
        {person.removedAt ? (
          <p className="text-rejected text-sm">Revento no longer lists this person.</p>
        ) : null}
      </header>
      <PersonAnswers fields={person.fields} hasApplied={person.status !== null} />
      <PersonHistory history={person.history} />
      <PersonSource person={person} />
    </article>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading" className="grid animate-breathe gap-4 p-5">
      <span className="h-7 w-48 rounded-full bg-sunken" />
      <span className="h-5 w-24 rounded-full bg-sunken" />
      <span className="mt-4 h-32 rounded-lg bg-sunken" />
    </div>
  );
}
