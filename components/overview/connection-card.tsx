"use client";

import { CircleCheck, Unplug } from "lucide-react";
import { connectionWords } from "@/components/labels/connection-words";
import { TimeAgo } from "@/components/time/time-ago";
import { Card } from "@/components/ui/card";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";

type Props = { eventId: string; connection: EventOverviewView["connection"] };

/** Whether Foyer is connected to the event, in words. */
export function ConnectionCard({ eventId, connection }: Props) {
  const isActive = connection.state === "active";
  const { title, text, because, reconnect } = connectionWords(
    connection.state,
    connection.cause,
    connection.endScope,
  );
  const Icon = isActive ? CircleCheck : Unplug;
  return (
    <Card title="Connection">
      <p className={`flex items-start gap-2 text-sm ${isActive ? "" : "text-rejected"}`}>
        <Icon
          aria-hidden="true"
          size={18}
          className={`mt-px shrink-0 ${isActive ? "text-approved" : ""}`}
        />
        <span>
          <span className="font-medium">{title}</span>, <TimeAgo at={connection.since} />
          <span className="mt-1 block text-soft">
            {because} {text}
          </span>
        </span>
      </p>
      {reconnect === "now" ? (
        <a
          href={`/connect?event_id=${eventId}`}
          className="mt-3 inline-block text-accent text-sm underline underline-offset-4"
        >
          Connect again
        </a>
      ) : null}
    </Card>
  );
}
