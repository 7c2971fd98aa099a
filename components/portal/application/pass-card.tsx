"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarDays, CalendarPlus, Clock3, Stamp } from "lucide-react";
import type { ReactNode } from "react";
import { portalQueries } from "@/components/queries/portal-queries";
import { formatDays, formatInZone } from "@/components/time/format-in-zone";
import { buttonLook } from "@/components/ui/button-look";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";

type Props = { eventId: string; name: string | null; children?: ReactNode };

/** An approved application as what it is to whoever has it: the way in, with name, event and dates. */
export function PassCard({ eventId, name, children }: Props) {
  const { data } = useQuery(portalQueries.entry(eventId));
  const event = data?.event ?? null;
  return (
    <section
      aria-labelledby="status"
      className="relative mx-auto w-full max-w-xl overflow-hidden rounded-lg border border-line bg-surface shadow-lift"
    >
      <div className="bg-pass px-6 pt-5 pb-6 text-on-pass sm:px-8">
        <p className="flex items-center justify-between gap-4 text-sm">
          <span className="min-w-0 truncate" dir="auto">
            {event?.title ?? "Your event"}
          </span>
          <Stamp aria-hidden="true" size={20} className="shrink-0" />
        </p>
        <p
          className="mt-6 line-clamp-3 font-display text-3xl text-balance [overflow-wrap:anywhere]"
          dir="auto"
        >
          {name ?? "You are in"}
        </p>
        <h2 id="status" aria-live="polite" className="mt-2 text-base">
          Your application is approved
        </h2>
      </div>
      {/* Where a paper pass is torn off. */}
      <div aria-hidden="true" className="relative h-0">
        <span className="-top-3 -left-3 absolute size-6 rounded-full bg-canvas" />
        <span className="-top-3 -right-3 absolute size-6 rounded-full bg-canvas" />
        <span className="-top-px absolute inset-x-5 border-line border-t-2 border-dashed" />
      </div>
      <div className="grid gap-5 px-6 pt-6 pb-6 sm:px-8">
        {event?.startsAt ? <Dates event={event} startsAt={event.startsAt} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          {event?.startsAt ? (
            <a
              href={`/api/portal/${encodeURIComponent(eventId)}/program.ics?of=event`}
              download
              className={buttonLook("primary")}
            >
              <CalendarPlus aria-hidden="true" size={16} />
              Add to calendar
            </a>
          ) : null}
          {children}
        </div>
      </div>
    </section>
  );
}

function Dates({ event, startsAt }: { event: PublicEventView; startsAt: string }) {
  const { endsAt, timezone } = event;
  return (
    <dl className="grid gap-3 text-sm sm:grid-cols-2">
      <Fact icon={CalendarDays} name="When">
        <time dateTime={startsAt}>{formatDays(startsAt, endsAt, timezone)}</time>
      </Fact>
      <Fact icon={Clock3} name="Begins">
        {formatInZone(startsAt, "until", timezone)}
        <span className="block text-soft text-xs">
          {(timezone ?? "UTC").replaceAll("_", " ")} time
        </span>
      </Fact>
    </dl>
  );
}

type FactProps = { icon: typeof Clock3; name: string; children: ReactNode };

function Fact({ icon: Icon, name, children }: FactProps) {
  return (
    <div className="grid gap-0.5">
      <dt className="flex items-center gap-1.5 text-soft text-xs">
        <Icon aria-hidden="true" size={14} className="shrink-0" />
        {name}
      </dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
