"use client";

import Link from "next/link";
import { isUnderWay } from "@/components/live/use-sync-progress";
import { TimeAgo } from "@/components/time/time-ago";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";

const EXPLANATIONS: Record<string, string> = {
  active:
    "Revento tells Foyer of every change at once, except cancellations: those are found by the daily full read.",
  preparing: "The event is being read anew: what is missing comes back by itself.",
};

type Props = { overview: EventOverviewView; progress: SyncProgressView | null };

/** How old what is shown can be at the most. */
export function FreshnessCard({ overview, progress }: Props) {
  const { lastFullRead, connection } = overview;
  return (
    <Card title="How fresh this is" id="freshness">
      <Facts
        facts={[
          [
            "Last message",
            connection.lastDeliveryAt ? (
              <TimeAgo key="message" at={connection.lastDeliveryAt} />
            ) : (
              "none yet"
            ),
          ],
          [
            "Last full read",
            lastFullRead ? (
              <LastRead key="read" eventId={overview.eventId} read={lastFullRead} />
            ) : (
              pending(progress)
            ),
          ],
        ]}
      />
      <Problems problems={overview.problems} />
      <p className="mt-4 text-soft text-xs leading-relaxed">
        {EXPLANATIONS[connection.state] ??
          "The connection has ended, so this is as fresh as it gets."}
      </p>
    </Card>
  );
}

/** What Foyer does not hold as Revento has it, in words; nothing where it holds everything. */
function Problems({ problems }: Pick<EventOverviewView, "problems">) {
  const { cutForms, notStored, partlyRead, unreadable, undecided } = problems;
  const odd = [
    ...Object.entries(unreadable).map(([list, rows]) => `${rowsOf(list, rows)} could not be read.`),
    ...Object.entries(partlyRead).map(
      ([list, rows]) => `${rowsOf(list, rows)} could be read only in part.`,
    ),
  ];
  if (cutForms + notStored.count + odd.length + undecided === 0) return null;
  const others = notStored.count - notStored.ids.length;
  return (
    <ul className="mt-4 grid gap-2 text-sm">
      {odd.length > 0 ? (
        <li>{odd.join(" ")} Revento has all of it, and Foyer&apos;s staff was told.</li>
      ) : null}
      {undecided > 0 ? (
        <li>
          {undecided === 1 ? "One row is" : `${undecided.toLocaleString("en-GB")} rows are`} not in
          Revento&apos;s last list, or older there than Foyer was told. Foyer keeps what it has
          until another read says the same.
        </li>
      ) : null}
      {cutForms > 0 ? (
        <li>
          {cutForms === 1
            ? "One application is"
            : `${cutForms.toLocaleString("en-GB")} applications are`}{" "}
          longer than Foyer keeps: of an answer it has 64 KB, of a form 256 KB and 500 answers.
          Revento has all of it.
        </li>
      ) : null}
      {notStored.count > 0 ? (
        <li className="[overflow-wrap:anywhere]">
          {notStored.count === 1 ? "One row" : `${notStored.count.toLocaleString("en-GB")} rows`} of
          Revento could not be stored: {notStored.ids.join(", ")}
          {others > 0 ? ` and ${others.toLocaleString("en-GB")} more` : ""}. The next full read
          tries again.
        </li>
      ) : null}
    </ul>
  );
}

const ROWS: Record<string, [one: string, several: string]> = {
  participants: ["participant", "participants"],
  activities: ["activity", "activities"],
  program_days: ["day of the program", "days of the program"],
  threads: ["thread of the program", "threads of the program"],
  locations: ["place", "places"],
  registration_waves: ["registration wave", "registration waves"],
};

/** "1 activity"; the event is one. */
function rowsOf(list: string, count: number): string {
  if (list === "events") return "The event itself";
  const [one, several] = ROWS[list] ?? ["row", "rows"];
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}

function pending(progress: SyncProgressView | null): string {
  return isUnderWay(progress) ? "the first is under way" : "none yet";
}

type LastReadProps = { eventId: string; read: NonNullable<EventOverviewView["lastFullRead"]> };

function LastRead({ eventId, read }: LastReadProps) {
  const corrected = read.drifted + read.removed;
  return (
    <>
      <TimeAgo at={read.finishedAt} />
      {read.kind === "reconcile" ? (
        <span className="block text-soft text-xs">
          {corrected === 0 ? (
            "nothing had to be corrected"
          ) : (
            <Link href={`/events/${eventId}/corrections`} className="underline underline-offset-4">
              {corrected.toLocaleString("en-GB")} corrected
            </Link>
          )}
        </span>
      ) : null}
    </>
  );
}
