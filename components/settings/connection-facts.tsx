"use client";

import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { Facts } from "@/components/ui/facts";
import type { ConnectionFactsView } from "@/lib/syncs/connection-facts-view";

const CONNECTED_BY: Record<ConnectionFactsView["connectedBy"], string> = {
  you: "This browser",
  member: "Another browser of your team",
  nobody: "A browser that is not signed in any more",
};

const READINGS: Record<string, string> = { sync: "First read", reconcile: "Daily check" };

const STATES: Record<string, string> = {
  queued: "is about to begin",
  running: "is under way",
  completed: "went well",
  failed: "failed",
  ended: "was cut off",
};

/** Of one installation token (contract 5). */
const CALLS_AN_HOUR = 500;

/** Who connected the event, how Foyer reads it, and how long it may. */
export function ConnectionFacts({ eventId }: { eventId: string }) {
  const { data, isError, refetch } = useQuery(eventQueries.connectionFacts(eventId));
  return (
    <Card title="How Foyer reads" id="reading">
      {data ? <Facts facts={factsOf(data)} /> : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
    </Card>
  );
}

type Fact = Parameters<typeof Facts>[0]["facts"][number];

function factsOf({
  connectedBy,
  lastReading,
  nextReadingAt,
  callsLeft,
  token,
}: ConnectionFactsView): Fact[] {
  return [
    ["Connected by", CONNECTED_BY[connectedBy]],
    ["Last reading", lastReading ? <LastReading key="last" reading={lastReading} /> : "none yet"],
    ["Next reading", nextReadingAt ? <ExactTime key="next" at={nextReadingAt} /> : "none planned"],
    [
      "Calls to Revento",
      callsLeft ? `${CALLS_AN_HOUR - callsLeft.hour} of ${CALLS_AN_HOUR} used this hour` : null,
    ],
    ["Access token ends", token ? <ExactTime key="access" at={token.accessEndsAt} /> : null],
    ["Refresh token ends", token ? <ExactTime key="refresh" at={token.refreshEndsAt} /> : null],
    ["Consent ends", token ? <ExactTime key="consent" at={token.consentEndsAt} /> : null],
  ];
}

function LastReading({ reading }: { reading: NonNullable<ConnectionFactsView["lastReading"]> }) {
  const { kind, state, at } = reading;
  return (
    <>
      {READINGS[kind] ?? kind}, {STATES[state] ?? state}, <TimeAgo at={at} />
    </>
  );
}
