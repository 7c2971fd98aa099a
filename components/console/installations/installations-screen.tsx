"use client";

import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { ActionButton } from "@/components/console/action-button";
import { EventLink } from "@/components/console/event-link";
import { Freshness } from "@/components/console/freshness";
import { Failed, Waiting } from "@/components/console/list-notice";
import { Panel, PanelNote } from "@/components/console/panel";
import { Screen } from "@/components/console/screen";
import { inWords } from "@/components/console/words/state-words";
import { consoleQueries } from "@/components/queries/console-queries";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import type {
  InstallationCheckView,
  InstallationDifference,
} from "@/lib/console/console-overview-view";

const KINDS: Record<string, string> = {
  not_listed: "Connected here, missing in Revento's list",
  listed_ended: "Connected here, ended in Revento's list",
  listed_active: "In Revento's list, ended here",
  unknown_here: "In Revento's list, never connected here",
  other_organization: "Under another organization there",
};

const OUTCOMES: Record<string, string> = {
  ended: "Its token was refused: the connection has ended",
  still_works: "Its token still works: nothing was ended",
  unavailable: "Revento did not answer: asked again next time",
  none: "Nothing",
};

const COLUMNS: readonly Column<InstallationDifference>[] = [
  { id: "event", head: "Event", cell: ({ eventId }) => <EventLink eventId={eventId} /> },
  {
    id: "organization",
    head: "Organization",
    label: "Organization",
    cell: ({ organizationId }) => <span className="font-mono text-xs">{organizationId}</span>,
  },
  {
    id: "kind",
    head: "Difference",
    label: "Difference",
    cell: ({ kind }) => KINDS[kind] ?? inWords(kind),
  },
  {
    id: "outcome",
    head: "What was done",
    label: "Done",
    cell: ({ outcome }) => OUTCOMES[outcome] ?? inWords(outcome),
  },
];

/** Where our connections and Revento's own list of installations differ. */
export function InstallationsScreen() {
  const query = useQuery(consoleQueries.installations());
  const { data } = query;
  return (
    <Screen
      title="Installations"
      aside={<Freshness query={query} />}
      lead="Revento's own list of who has installed Foyer, beside our connections. Compared every hour: an end that no webhook told is found here."
    >
      <div>
        <ActionButton
          word="Compare now"
          icon={Scale}
          look="primary"
          title="Compare with Revento's list now?"
          path="/installations"
          verb="Compare now"
          readers="Kept with your name in the trail."
        >
          <p>
            Reads Revento's list. Each connection that is missing there is asked about with its own
            token; it ends only where that is refused.
          </p>
        </ActionButton>
      </div>
      {data === undefined ? query.isError ? <Failed query={query} /> : <Waiting /> : null}
      {data === null ? (
        <Panel title="Last comparison">
          <Notice
            icon={Scale}
            title="Not compared yet"
            text="The clock compares at seven minutes past each hour. Nobody need wait for it."
          />
        </Panel>
      ) : null}
      {data ? <Check check={data} /> : null}
    </Screen>
  );
}

function Check({ check }: { check: InstallationCheckView }) {
  const { at, askedBy, listed, failure, differences } = check;
  return (
    <>
      <Panel title="Last comparison">
        <div className="p-4">
          <Facts
            facts={[
              [
                "When",
                <>
                  <ExactTime key="at" at={at} /> (<TimeAgo at={at} />)
                </>,
              ],
              ["Asked by", ASKERS[askedBy] ?? askedBy],
              ["Listed there", listed?.toLocaleString("en-GB") ?? null],
              [
                "It failed",
                failure ? (
                  <span key="failure" className="text-rejected">
                    {failure}
                  </span>
                ) : null,
              ],
            ]}
          />
        </div>
      </Panel>
      <Panel title="Differences" aside={differences.length}>
        {differences.length === 0 ? (
          <PanelNote>
            {failure ? "Unknown: the list could not be read." : "None: both lists agree."}
          </PanelNote>
        ) : (
          <Table
            label="Differences"
            columns={COLUMNS}
            rows={differences}
            keyOf={({ eventId, organizationId, kind }) => `${eventId} ${organizationId} ${kind}`}
          />
        )}
      </Panel>
    </>
  );
}

const ASKERS: Record<string, string> = { schedule: "The clock", local: "The local operator" };
