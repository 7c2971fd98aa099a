import { formatInZone } from "@/components/time/format-in-zone";
import type { ActivityView } from "@/lib/program/program-view";

type Props = { activity: Pick<ActivityView, "startsAt" | "endsAt">; zone: string | null };

/** From when until when, on a zone's clock. */
export function TimeSpan({ activity: { startsAt, endsAt }, zone }: Props) {
  if (!startsAt) return null;
  return (
    <span className="whitespace-nowrap tabular-nums">
      <time dateTime={startsAt}>{formatInZone(startsAt, "time", zone)}</time>
      {endsAt ? (
        <>
          {" – "}
          <time dateTime={endsAt}>{formatInZone(endsAt, "time", zone)}</time>
        </>
      ) : null}
    </span>
  );
}
