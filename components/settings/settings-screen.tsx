"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { connectionWords } from "@/components/labels/connection-words";
import { ROLE_WORDS } from "@/components/labels/role-words";
import { useSyncProgress } from "@/components/live/use-sync-progress";
import { eventQueries } from "@/components/queries/event-queries";
import { LabelsCard } from "@/components/reviews/labels-card";
import { ReviewCard } from "@/components/reviews/review-card";
import { PortalLink } from "@/components/shell/portal-link";
import { TeamCard } from "@/components/team/team-card";
import { ExactTime } from "@/components/time/exact-time";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import { may } from "@/lib/members/permissions-view";
import type { Role } from "@/lib/members/role-view";
import { ConnectionFacts } from "./connection-facts";
import { DeliveriesCard } from "./deliveries-card";
import { FreshnessCard } from "./freshness-card";
import { TrailCard } from "./trail-card";

const SCOPES: Record<string, string> = {
  "event.read": "The event itself",
  "participants.read": "Its participants and their applications",
  "program.read": "Its program",
};

const PARTS: readonly (readonly [id: string, word: string])[] = [
  ["team", "Team"],
  ["reviewing", "Reviewing"],
  ["labels", "Labels"],
  ["portal", "Portal"],
  ["connection", "Connection"],
  ["reading", "How Foyer reads"],
  ["freshness", "Freshness"],
  ["messages", "Messages"],
  ["trail", "What happened"],
  ["browser", "This browser"],
];

const OF_REVIEWS: readonly string[] = ["reviewing", "labels"];

/** What connects Foyer to the event, and this browser to Foyer. */
export function SettingsScreen({ eventId }: { eventId: string }) {
  const { data } = useQuery(eventQueries.overview(eventId));
  const progress = useSyncProgress(eventId);
  if (!data) return null;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-x-8 p-4 sm:p-6 lg:p-8 xl:grid-cols-[9rem_minmax(0,1fr)]">
      <h1 className="mb-5 font-display text-2xl xl:col-start-2">Settings</h1>
      <Parts role={data.role} />
      <div className="grid max-w-3xl min-w-0 grid-cols-[minmax(0,1fr)] gap-5 xl:col-start-2 xl:row-start-2">
        <TeamCard eventId={eventId} />
        {may(data.role, "reviews.manage") ? (
          <>
            <ReviewCard eventId={eventId} />
            <LabelsCard eventId={eventId} />
          </>
        ) : null}
        <Card title="Participants' portal" id="portal">
          <p className="mb-4 max-w-prose text-soft text-sm leading-relaxed">
            Participants sign in with Revento and see their application, the program and their own
            agenda. Give them its address.
          </p>
          <PortalLink eventId={eventId} />
        </Card>
        <ConnectionCard eventId={eventId} connection={data.connection} />
        <ConnectionFacts eventId={eventId} />
        <FreshnessCard overview={data} progress={progress} />
        <DeliveriesCard eventId={eventId} />
        <TrailCard eventId={eventId} />
        <BrowserCard role={data.role} />
      </div>
    </div>
  );
}

/** Beside the page where there is room: a long page at a glance. */
function Parts({ role }: { role: Role }) {
  const mayManage = may(role, "reviews.manage");
  const parts = PARTS.filter(([id]) => mayManage || !OF_REVIEWS.includes(id));
  return (
    <nav aria-label="Settings" className="hidden xl:row-start-2 xl:block">
      <ul className="sticky top-8 grid">
        {parts.map(([id, word]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-9 items-center rounded-md px-2 text-sm text-soft hover:bg-sunken hover:text-ink"
            >
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type ConnectionProps = { eventId: string; connection: EventOverviewView["connection"] };

function ConnectionCard({ eventId, connection }: ConnectionProps) {
  const { title, hasEnded } = connectionWords(connection.state, connection.cause);
  return (
    <Card title="Connection to Revento" id="connection">
      <Facts
        facts={[
          [
            "State",
            <span key="state" className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className={`size-2 rounded-full ${hasEnded ? "bg-rejected-mark" : "bg-approved-mark"}`}
              />
              {title}
            </span>,
          ],
          ["Connected", <ExactTime key="connected" at={connection.connectedAt} />],
          [
            "Foyer may read",
            hasEnded ? "Nothing any more" : <Scopes key="scopes" scopes={connection.scopes} />,
          ],
          ["Event", <Id key="event" id={eventId} word="Copy event id" />],
          [
            "Organization",
            <Id key="organization" id={connection.organizationId} word="Copy organization id" />,
          ],
        ]}
      />
      <p className="mt-5 max-w-prose text-soft text-sm leading-relaxed">
        {hasEnded
          ? "Above stands why the connection ended, and what can be done."
          : "Foyer only reads. To end the connection, remove Foyer in the event's integrations in Revento. To give it more or less to read, connect again."}
      </p>
      {hasEnded ? null : (
        <a href={`/connect?event_id=${eventId}`} className={`${buttonLook("plain")} mt-4`}>
          Connect again
        </a>
      )}
    </Card>
  );
}

function BrowserCard({ role }: { role: Role }) {
  return (
    <Card title="This browser" id="browser">
      <Facts
        facts={[
          ["Your role", ROLE_WORDS[role].word],
          ["Theme", <ThemeSwitch key="theme" />],
        ]}
      />
      <p className="mt-4 max-w-prose text-soft text-sm leading-relaxed">
        Signing out makes this browser forget all of its events. The connection stays; to come back,
        connect again from Revento.
      </p>
      <form action="/api/session/sign-out" method="post" className="mt-4">
        <Button type="submit">
          <LogOut aria-hidden="true" size={16} />
          Sign out of this browser
        </Button>
      </form>
    </Card>
  );
}

function Scopes({ scopes }: { scopes: string[] }) {
  return (
    <ul className="grid gap-0.5">
      {scopes.map((scope) => (
        <li key={scope} title={scope}>
          {SCOPES[scope] ?? scope}
        </li>
      ))}
    </ul>
  );
}

function Id({ id, word }: { id: string; word: string }) {
  return (
    <span className="-my-2 flex items-center gap-1">
      <span className="font-mono text-xs [overflow-wrap:anywhere]">{id}</span>
      <CopyButton text={id} word={word} isIcon />
    </span>
  );
}
