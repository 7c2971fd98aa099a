"use client";

import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useEffect } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";

type Props = { eventId: string; participantId: string };

/** Who else has the application open; looking at it says that one has it open oneself, leaving that one has not. */
export function Presence({ eventId, participantId }: Props) {
  const { data } = useQuery(eventQueries.presence(eventId, participantId));
  useEffect(() => {
    const path = `/api/events/${encodeURIComponent(eventId)}/applications/${encodeURIComponent(participantId)}/presence`;
    // Whoever goes away says nothing more, and is gone after a while all the same.
    return () => void send({ method: "DELETE", path, keepalive: true }).catch(() => {});
  }, [eventId, participantId]);
  const others = data?.others ?? [];
  return (
    <p
      role="status"
      className={others.length > 0 ? "flex items-center gap-2 text-soft text-xs" : "sr-only"}
    >
      {others.length > 0 ? (
        <>
          <Eye aria-hidden="true" size={14} className="shrink-0" />
          <span dir="auto">{wordsOf(others.map(({ name }) => name))}</span>
        </>
      ) : null}
    </p>
  );
}

function wordsOf(names: readonly (string | null)[]): string {
  const named = names.map((name) => name ?? "Somebody else");
  const all =
    named.length === 1 ? named[0] : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
  return `${all} ${named.length === 1 ? "is" : "are"} looking at this, too`;
}
