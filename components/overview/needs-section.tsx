"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { useVisit } from "@/components/live/visit-provider";
import { useUnreadMentions } from "@/components/notes/use-unread-mentions";
import { insightQueries } from "@/components/queries/insight-queries";
import { TimeAgo } from "@/components/time/time-ago";
import type {
  ActivityFillView,
  DecisionTimesView,
  InsightsView,
  WaveView,
} from "@/lib/insights/insights-view";
import type { MentionView } from "@/lib/reviews/mention-view";
import { listHref } from "./insights/list-href";
import { applications, inDigits, unitOf } from "./insights/number-words";

/** What waits for a person, before all that only informs: decisions, waves over their room, full activities. */
export function NeedsSection({ eventId }: { eventId: string }) {
  const visit = useVisit();
  const mentions = useUnreadMentions(eventId) ?? [];
  const { data, isError } = useQuery(insightQueries.insights(eventId));
  // That they did not load, the pictures say.
  if (!data) return isError ? null : <NeedsSkeleton />;
  return (
    <section aria-label="What needs you">
      <ul className={stripFor((visit.since ? 4 : 3) + (mentions.length > 0 ? 1 : 0))}>
        {visit.since ? (
          <News eventId={eventId} since={visit.since} applied={visit.applied} />
        ) : null}
        <Mentions eventId={eventId} unread={mentions} />
        <Decisions
          eventId={eventId}
          waiting={data.decisions.waiting}
          submitted={data.funnel.submitted.count}
        />
        <Waves eventId={eventId} waves={data.waves} />
        <Activities eventId={eventId} activities={data.activities} />
      </ul>
    </section>
  );
}

const COLUMNS: Record<number, string> = {
  3: "md:grid-cols-3",
  4: "md:grid-cols-2 xl:grid-cols-4",
  // Three, and two that share the next row.
  5: "md:grid-cols-6 md:*:col-span-2 md:[&>:nth-last-child(-n+2)]:col-span-3",
};

const stripFor = (count: number) => `grid gap-3 ${COLUMNS[count]}`;

/** The same places, while nobody has counted. */
export function NeedsSkeleton() {
  const visit = useVisit();
  return (
    <div className={`${stripFor(visit.since ? 4 : 3)} animate-breathe`}>
      {[...(visit.since ? ["news"] : []), "decisions", "waves", "activities"].map((name) => (
        <div
          key={name}
          className="grid min-h-18 content-center gap-2 rounded-lg border border-line bg-surface p-4"
        >
          <span className="h-4 w-40 max-w-full rounded-full bg-sunken" />
          <span className="h-3 w-56 max-w-full rounded-full bg-sunken" />
        </div>
      ))}
    </div>
  );
}

function News({ eventId, since, applied }: { eventId: string; since: string; applied: number }) {
  const ended = (
    <>
      You were last here <TimeAgo at={since} />.
    </>
  );
  if (applied === 0) return <Need calm title="Nobody new since your last visit" note={ended} />;
  return (
    <Need
      href={`/events/${encodeURIComponent(eventId)}/applications?sort=-submitted`}
      title={`${inDigits(applied)} new since your last visit`}
      note={ended}
    />
  );
}

/** Only where there are any: it is not the event's own. */
function Mentions({ eventId, unread }: { eventId: string; unread: readonly MentionView[] }) {
  const [newest] = unread;
  if (!newest) return null;
  const notes =
    unread.length === 1 ? "A note mentions" : `${inDigits(unread.length)} notes mention`;
  return (
    <Need
      href={`/events/${encodeURIComponent(eventId)}/review#mentions`}
      title={`${notes} you`}
      note={
        <>
          The newest <TimeAgo at={newest.at} />.
        </>
      }
    />
  );
}

type DecisionsProps = {
  eventId: string;
  waiting: DecisionTimesView["waiting"];
  submitted: number;
};

function Decisions({ eventId, waiting, submitted }: DecisionsProps) {
  const { count: pending, since, address } = waiting;
  if (pending === 0) {
    const note = submitted > 0 ? "All are decided." : "Nobody has applied yet.";
    return <Need calm title="Nobody waits for a decision" note={note} />;
  }
  return (
    <Need
      href={listHref(eventId, address)}
      title={`${applications(pending)} ${pending === 1 ? "waits" : "wait"} for a decision`}
      note={
        since ? (
          <>
            The oldest came <TimeAgo at={since} />.
          </>
        ) : (
          "The oldest first."
        )
      }
    />
  );
}

function Waves({ eventId, waves: { waves } }: { eventId: string; waves: InsightsView["waves"] }) {
  const limited = waves.filter(({ capacity }) => capacity !== null);
  const [worst, ...others] = limited.filter((wave) => overOf(wave) > 0).sort(byOver);
  if (!worst) {
    return limited.length > 0 ? (
      <Need calm title="Every wave has room" note="None is over its limit." />
    ) : (
      <Need calm title="No wave has a limit" note="Nothing can be too full." />
    );
  }
  const { applied, capacity } = worst;
  const more = others.length > 0 ? ` ${inDigits(others.length)} more over their room.` : "";
  return (
    <Need
      href={listHref(eventId, applied.address)}
      title={`${worst.title || worst.waveId} is ${inDigits(overOf(worst))} over`}
      note={`${inDigits(applied.count)} ${unitOf(applied.count)}, room for ${inDigits(capacity ?? 0)}.${more}`}
    />
  );
}

function overOf({ applied, capacity }: WaveView): number {
  return capacity === null ? 0 : applied.count - capacity;
}

const byOver = (one: WaveView, other: WaveView) => overOf(other) - overOf(one);

type ActivitiesProps = { eventId: string; activities: ActivityFillView };

function Activities({
  eventId,
  activities: { full, limited, seats, taken, waiting },
}: ActivitiesProps) {
  if (full === 0) {
    const left = `${inDigits(seats - taken)} of ${inDigits(seats)} seats are free.`;
    return (
      <Need calm title="No activity is full" note={limited > 0 ? left : "None has a limit."} />
    );
  }
  return (
    <Need
      href={`/events/${encodeURIComponent(eventId)}/program`}
      title={`${inDigits(full)} ${full === 1 ? "activity is" : "activities are"} full`}
      note={
        waiting > 0 ? `${inDigits(waiting)} places in waiting lists.` : "Nobody waits for a seat."
      }
    />
  );
}

type NeedProps = { title: string; note: ReactNode; calm?: true; href?: string };

function Need({ title, note, calm, href }: NeedProps) {
  const Icon: LucideIcon = calm ? CircleCheck : TriangleAlert;
  const look = "flex h-full min-h-18 items-start gap-3 rounded-lg border bg-surface p-4";
  const inside = (
    <>
      <Icon
        aria-hidden="true"
        size={19}
        className={`mt-0.5 shrink-0 ${calm ? "text-approved" : "text-pending"}`}
      />
      <span className="min-w-0">
        <span className="block font-semibold text-base tabular-nums [overflow-wrap:anywhere]">
          {title}
        </span>{" "}
        <span className="block text-soft text-sm tabular-nums">{note}</span>
      </span>
    </>
  );
  return (
    <li>
      {href ? (
        <Link
          href={href as Route}
          prefetch={false}
          className={`${look} border-pending-mark transition-shadow hover:shadow-lift`}
        >
          {inside}
        </Link>
      ) : (
        <div className={`${look} border-line`}>{inside}</div>
      )}
    </li>
  );
}
