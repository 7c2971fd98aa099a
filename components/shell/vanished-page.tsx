"use client";

import { useQuery } from "@tanstack/react-query";
import { DoorClosed, Eraser } from "lucide-react";
import type { Route } from "next";
import { eventQueries } from "@/components/queries/event-queries";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonLook } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";
import { ErasingPage } from "./erasing-page";

const LOOK_AGAIN_MS = 1_000;

type Props = {
  eventId: string;
  erasureId: string | undefined;
  /** It was being deleted when it was last seen. */
  isErasing: boolean;
  /** This browser's member has a role now to which the event does not open. */
  hasOtherRole: boolean;
};

/** An event that was here a moment ago, under an open page: erased, or not this browser's any more. */
export function VanishedPage({ eventId, erasureId, isErasing, hasOtherRole }: Props) {
  const { data: isErased, isPending } = useQuery({
    ...eventQueries.isErased(erasureId ?? ""),
    enabled: erasureId !== undefined,
    // The seats go a moment before the certificate is signed.
    refetchInterval: ({ state }) => (state.data ? false : LOOK_AGAIN_MS),
  });
  if (hasOtherRole) {
    return (
      <Notice
        icon={DoorClosed}
        role="alert"
        title="Your role in this event is another one now"
        text="An owner changed it a moment ago. You are at the door from now on."
      >
        <ButtonLink href={`/door/${eventId}` as Route} look="primary">
          To the door
        </ButtonLink>
      </Notice>
    );
  }
  if (erasureId && isPending) return null;
  if (isErasing && !isErased) return <ErasingPage erasureId={erasureId} />;
  if (!isErased) {
    return (
      <Notice
        icon={DoorClosed}
        role="alert"
        title="This event is not here any more"
        text="Your seat in it was taken back, or this browser was signed out. An owner can invite you again; whoever organizes the event can connect it."
      >
        <ButtonLink href="/events" look="primary">
          Your events
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <Notice
      icon={Eraser}
      role="status"
      title="Everything of this event was deleted"
      text="Foyer holds nothing of it any more: no participants, no applications, no messages, none of your team's notes. A signed certificate says what was deleted, and when."
    >
      <a href={`/certificates/${erasureId}`} className={buttonLook("primary")}>
        See the certificate
      </a>
      <a href={`/connect?event_id=${eventId}`} className={buttonLook("plain")}>
        Connect the event anew
      </a>
    </Notice>
  );
}
