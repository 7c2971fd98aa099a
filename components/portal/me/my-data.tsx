"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { NotLoaded } from "@/components/portal/shell/not-loaded";
import { portalQueries } from "@/components/queries/portal-queries";
import { ExactTime } from "@/components/time/exact-time";
import { buttonLook } from "@/components/ui/button-look";
import { Fold } from "@/components/ui/fold";
import type { MyDataExcerptView } from "@/lib/portal/my-data-view";
import { DatumValue } from "./datum-value";
import { datumLabel } from "./datum-words";

type GroupView = MyDataExcerptView["groups"][number];

/** Everything Foyer holds about whoever is signed in, field by field. */
export function MyData({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQuery(portalQueries.myData(eventId));
  return (
    <section aria-labelledby="my-data" className="mt-5">
      <Heading eventId={eventId} />
      {data ? (
        <div className="grid grid-cols-[minmax(0,1fr)] rounded-lg border border-line bg-surface px-4 [&>section:first-child>details]:border-t-0 sm:px-5">
          {data.groups.map((group) => (
            <Group key={group.name} group={group} />
          ))}
        </div>
      ) : (
        <NotLoaded error={error} onRetry={() => void refetch()} />
      )}
    </section>
  );
}

function Heading({ eventId }: { eventId: string }) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div>
        <h2 id="my-data" className="font-display text-2xl">
          My data
        </h2>
        <p className="mt-1 max-w-prose text-soft text-sm leading-relaxed text-pretty">
          This is everything that is held about you here, where it came from, and since when it has
          been so.
        </p>
      </div>
      <a
        href={`/api/portal/${encodeURIComponent(eventId)}/data/download`}
        download
        className={buttonLook("plain")}
      >
        <Download aria-hidden="true" size={16} />
        Download as JSON
      </a>
    </div>
  );
}

function Group({ group: { name, note, data, omitted = 0 } }: { group: GroupView }) {
  const sources = new Set(data.map(({ source }) => source));
  const [only] = sources.size === 1 ? sources : [];
  const count = data.length + omitted;
  return (
    <Fold title={name} aside={<span dir="auto">{summaryOf(data, count)}</span>}>
      <p className="mb-3 max-w-prose text-soft text-sm leading-relaxed text-pretty">
        {note}
        {only === undefined ? null : ` Source: ${only}.`}
      </p>
      {data.length === 0 ? null : (
        <dl>
          {data.map((datum, index) => (
            <Datum
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries can be alike in all they say
              key={`${datum.field} ${datum.since} ${index}`}
              datum={datum}
              hasSource={only === undefined}
            />
          ))}
        </dl>
      )}
      {omitted > 0 ? (
        <p className="border-line border-t py-3 text-soft text-sm">
          {`${omitted.toLocaleString("en-GB")} more are in the download.`}
        </p>
      ) : null}
    </Fold>
  );
}

const MOST_NAMED = 3;

/** What a group holds, in a line: its first fields, or how much it is. */
function summaryOf(data: GroupView["data"], count: number): string {
  if (count === 0) return "Nothing";
  const names = [...new Set(data.map(({ field }) => datumLabel(field)))];
  if (names.length > MOST_NAMED) return `${count.toLocaleString("en-GB")} entries`;
  return names.join(", ");
}

function Datum({
  datum: { field, value, isCut, source, since },
  hasSource,
}: {
  datum: GroupView["data"][number];
  hasSource: boolean;
}) {
  return (
    <div className="grid gap-x-5 gap-y-0.5 border-line border-t py-2.5 text-sm sm:grid-cols-[10rem_minmax(0,1fr)_12rem]">
      <dt className="text-soft [overflow-wrap:anywhere]" dir="auto">
        {datumLabel(field)}
      </dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        <DatumValue value={value} />
        {isCut ? (
          <p className="mt-1 text-soft text-xs">Shown in part. The download has all of it.</p>
        ) : null}
      </dd>
      <dd className="text-soft text-xs leading-relaxed [overflow-wrap:anywhere]">
        {hasSource ? source : null}
        {hasSource && since ? ", " : null}
        {since ? (
          <>
            since <ExactTime at={since} />
          </>
        ) : null}
      </dd>
    </div>
  );
}
