"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CloudOff, UserRoundX } from "lucide-react";
import { useEffect, useRef } from "react";
import { ApiError } from "@/components/queries/api-error";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { Button } from "@/components/ui/button";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Notice } from "@/components/ui/notice";
import { type Neighbours, positionWords } from "./detail/neighbours";
import { PanelBar, type Reading } from "./detail/panel-bar";
import { scrollToTop } from "./detail/scroll-to-top";

// A list that nobody opens anybody in does without.
const Person = lazyPiece(() => import("./detail/person").then((module) => module.default), {
  loading: Waiting,
});

type Props = {
  eventId: string;
  participantId: string;
  onClose: () => void;
  /** Who stands before and after in the list as it is now; without, there are no ways there. */
  neighbours?: Neighbours | undefined;
  onSelect?: ((participantId: string) => void) | undefined;
  reading?: Reading;
};

/** Everything about one person: answers, history, and how Foyer knows. Those beside are fetched ahead. */
export function PersonPanel(props: Props) {
  const { eventId, participantId, onClose, neighbours, onSelect, reading = null } = props;
  usePrefetched(eventId, neighbours);
  const { data, isError, error, refetch } = useQuery(eventQueries.person(eventId, participantId));
  const isUnknown = error instanceof ApiError && error.code === "not_found";
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef(participantId);
  useEffect(() => {
    if (shown.current === participantId) return;
    shown.current = participantId;
    scrollToTop(panel.current);
  }, [participantId]);
  const name = data ? data.name || data.email || data.participantId : null;
  const place = neighbours ? positionWords(neighbours) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever one is inside
    <div
      ref={panel}
      className="min-h-full"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (reading?.isOn) reading.toggle();
        else onClose();
      }}
    >
      <PanelBar neighbours={neighbours} onSelect={onSelect} onClose={onClose} reading={reading} />
      <p role="status" className="sr-only">
        {name ? [name, place].filter((part) => part !== null).join(", ") : null}
      </p>
      {data ? <Person eventId={eventId} person={data} onSelect={onSelect} /> : null}
      {!data && isUnknown ? (
        <Notice
          icon={UserRoundX}
          role="alert"
          title="There is nobody here"
          text="No person of this event belongs to this link. Perhaps it was shortened, or is of another event."
        >
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </Notice>
      ) : null}
      {!data && isError && !isUnknown ? (
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

/** From one to the next nobody waits. */
function usePrefetched(eventId: string, neighbours: Neighbours | undefined): void {
  const client = useQueryClient();
  const { previous = null, next = null } = neighbours ?? {};
  const isRated = useSight(eventId).ratings !== "none";
  useEffect(() => {
    for (const id of [next, previous]) {
      if (id === null) continue;
      void client.prefetchQuery(eventQueries.person(eventId, id));
      if (isRated) void client.prefetchQuery(eventQueries.ratings(eventId, id));
    }
  }, [client, eventId, next, previous, isRated]);
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
