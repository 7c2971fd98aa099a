"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { EventLink } from "@/components/console/event-link";
import { Freshness } from "@/components/console/freshness";
import { Failed, Waiting } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { WordBadge } from "@/components/console/word-badge";
import { deliveryLook, outcomeWord } from "@/components/console/words/delivery-looks";
import { deliveryWords } from "@/components/labels/delivery-words";
import { consoleQueries } from "@/components/queries/console-queries";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import type { DeliveryDetailView } from "@/lib/console/delivery-list-view";
import { DeliveryBody } from "./delivery-body";
import { ReplayDialog } from "./replay-dialog";

/** `eventId` is "integration" for a delivery that is about no event. */
type Props = { eventId: string; deliveryId: string };

/** One delivery: how it came, what it says as far as one may read it, and every attempt. */
export function DeliveryScreen({ eventId, deliveryId }: Props) {
  const query = useQuery(consoleQueries.delivery(eventId, deliveryId));
  const { data } = query;
  return (
    <Screen
      title={data ? deliveryWords(data.delivery.type) : "Delivery"}
      aside={<Freshness query={query} />}
      lead={
        <Link href="/admin/deliveries" className="underline underline-offset-4">
          All deliveries
        </Link>
      }
    >
      {data ? <Delivery detail={data} /> : query.isError ? <Failed query={query} /> : <Waiting />}
    </Screen>
  );
}

function Delivery({ detail }: { detail: DeliveryDetailView }) {
  return (
    <>
      <Replay detail={detail} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:gap-5 xl:grid-cols-2">
        <DeliveryFacts detail={detail} />
        <Attempts detail={detail} />
      </div>
      <DeliveryBody detail={detail} />
      <Panel title="Headers" aside="as they came, the signature shortened">
        <dl className="divide-y divide-line text-sm">
          {detail.headers.map(({ name, value }) => (
            <div key={name} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[14rem_1fr]">
              <dt className="text-soft">{name}</dt>
              <dd className="min-w-0 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
                {value}
              </dd>
            </div>
          ))}
        </dl>
        {detail.headers.length === 0 ? <PanelNote>No longer kept.</PanelNote> : null}
      </Panel>
    </>
  );
}

function Replay({ detail: { delivery } }: { detail: DeliveryDetailView }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const { eventId, deliveryId, hasBody, state } = delivery;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        look="primary"
        disabled={!hasBody || state === "pending"}
        onClick={() => setOpen(true)}
      >
        Replay…
      </Button>
      <p role="status" className="text-soft text-sm">
        {state === "pending"
          ? isDone
            ? "Put back into the inbox; it is applied next."
            : "It waits in the inbox already."
          : isDone
            ? `Replayed: ${outcomeWord(delivery.outcome).toLowerCase()}.`
            : hasBody
              ? ""
              : "Its body is no longer kept: there is nothing to replay."}
      </p>
      <ReplayDialog
        open={isOpen}
        order={{ deliveries: [{ eventId, deliveryId }] }}
        onClose={() => setOpen(false)}
        onDone={() => setDone(true)}
      />
    </div>
  );
}

function DeliveryFacts({ detail: { delivery, envelopeId } }: { detail: DeliveryDetailView }) {
  return (
    <Panel title="Facts">
      <div className="p-4">
        <Facts
          facts={[
            ["State", <WordBadge key="state" look={deliveryLook(delivery.state)} />],
            ["Outcome", delivery.state === "processed" ? outcomeWord(delivery.outcome) : null],
            ["Type", <code key="type">{delivery.type}</code>],
            ["Event", <EventLink key="event" eventId={delivery.eventId} />],
            ["Happened", <ExactTime key="happened" at={delivery.occurredAt} />],
            ["Received", <ExactTime key="received" at={delivery.receivedAt} />],
            [
              "Processed",
              delivery.processedAt ? <ExactTime key="done" at={delivery.processedAt} /> : null,
            ],
            ["Envelope", <code key="envelope">{envelopeId}</code>],
          ]}
        />
      </div>
    </Panel>
  );
}

function Attempts({ detail: { delivery, failures } }: { detail: DeliveryDetailView }) {
  return (
    <Panel title="Attempts" aside={<span className="tabular-nums">{delivery.attempts}</span>}>
      {delivery.problem && failures.length === 0 ? (
        <p className="border-line border-b bg-rejected-tint px-4 py-3 text-rejected text-sm">
          {delivery.problem}
        </p>
      ) : null}
      {failures.length === 0 ? (
        <PanelNote>None has failed.</PanelNote>
      ) : (
        <ol className="divide-y divide-line">
          {failures.map(({ at, reason }) => (
            <li key={at + reason} className="px-4 py-2 text-sm">
              {reason}
              <span className="block text-soft text-xs">
                <ExactTime at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {delivery.nextAttemptAt ? (
        <p className="border-line border-t px-4 py-3 text-sm">
          Next attempt <TimeAgo at={delivery.nextAttemptAt} /> (
          <ExactTime at={delivery.nextAttemptAt} />
          ).
        </p>
      ) : null}
    </Panel>
  );
}
