"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, OctagonX, RefreshCw } from "lucide-react";
import { ActionButton } from "@/components/console/action-button";
import { EventLink } from "@/components/console/event-link";
import { Freshness } from "@/components/console/freshness";
import { Failed, Waiting } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { consoleQueries } from "@/components/queries/console-queries";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Notice } from "@/components/ui/notice";
import type { SuspensionView } from "@/lib/console/console-overview-view";

/** Whether Revento has suspended Foyer, since when, and what stands still. */
export function SuspensionScreen() {
  const query = useQuery(consoleQueries.overview());
  const { data } = query;
  return (
    <Screen title="Suspension" aside={<Freshness query={query} />}>
      {!data && (query.isError ? <Failed query={query} /> : <Waiting />)}
      {data?.suspension ? <Suspension suspension={data.suspension} /> : null}
      {data && !data.suspension ? (
        <Panel title="Suspension">
          <Notice
            icon={CircleCheck}
            role="status"
            title="Foyer is not suspended"
            text="Revento accepts the integration. Should it be suspended, this page says since when and what stands still, and every page of the console says so."
          />
        </Panel>
      ) : null}
    </Screen>
  );
}

function Suspension({ suspension }: { suspension: SuspensionView }) {
  const { since, toldAt, askedAt, reason, events } = suspension;
  const client = useQueryClient();
  return (
    <>
      <section
        aria-label="Suspended"
        className="grid gap-2 rounded-lg border-2 border-rejected-mark bg-rejected-tint p-5 text-rejected"
      >
        <h2 className="flex items-center gap-2.5 font-display text-2xl">
          <OctagonX aria-hidden="true" size={24} className="shrink-0" />
          Revento has suspended the integration
        </h2>
        <p className="max-w-prose text-sm leading-relaxed">
          Since <ExactTime at={since} /> (<TimeAgo at={since} />
          ); Foyer was told <ExactTime at={toldAt} />. {reason ? `Revento says: “${reason}” ` : ""}
          {askedAt ? (
            <>
              It still holds: Revento was asked <TimeAgo at={askedAt} />.
            </>
          ) : null}
        </p>
        <div>
          <ActionButton
            word="Ask Revento now"
            icon={RefreshCw}
            title="Ask Revento whether the suspension is over?"
            verb="Ask"
            path="/suspension"
            onDone={() => void client.invalidateQueries({ queryKey: consoleQueries.all })}
          >
            Foyer asks as an organizer&apos;s browser would who wants to connect, and goes no
            further. Where Revento lets them, the suspension is over, and organizers can connect
            again.
          </ActionButton>
        </div>
        <ul className="ml-4 grid list-disc gap-1 text-sm">
          <li>All tokens are dead: nothing is read from Revento, of any event.</li>
          <li>No deliveries arrive, and nobody can sign in or connect.</li>
          <li>What was read before stays readable; each connection has its erasure planned.</li>
          <li>Once Revento lifts it, organizers connect their events again.</li>
        </ul>
      </section>
      <Panel title="Connections that stand still" aside={events.length}>
        {events.length === 0 ? (
          <PanelNote>None: no event was connected.</PanelNote>
        ) : (
          <ul className="divide-y divide-line">
            {events.map(({ eventId, title, since: ended }) => (
              <li
                key={eventId}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 text-sm"
              >
                <EventLink eventId={eventId} title={title} />
                <span className="text-soft text-xs">
                  <TimeAgo at={ended} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
