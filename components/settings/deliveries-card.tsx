"use client";

import { useQuery } from "@tanstack/react-query";
import { deliveryWords, outcomeWords } from "@/components/labels/delivery-words";
import { eventQueries } from "@/components/queries/event-queries";
import { TimeAgo } from "@/components/time/time-ago";
import { Card } from "@/components/ui/card";

/** The last messages from Revento about this event. */
export function DeliveriesCard({ eventId }: { eventId: string }) {
  const { data: deliveries } = useQuery(eventQueries.deliveries(eventId));
  if (!deliveries) return null;
  return (
    <Card title="Last messages from Revento" id="messages">
      {deliveries.length === 0 ? (
        <p className="text-soft text-sm">
          None yet. The first comes when somebody applies or is reviewed.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {deliveries.map(({ id, type, occurredAt, state, outcome }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 text-sm first:pt-0 last:pb-0"
            >
              <span>{deliveryWords(type)}</span>
              <span className="text-soft text-xs">
                <TimeAgo at={occurredAt} />, {outcomeWords(state, outcome)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
