import { dayInZone, formatInZone } from "@/components/time/format-in-zone";
import type { ActivityView } from "@/lib/program/program-view";

type Props = { activity: Pick<ActivityView, "startsAt" | "endsAt">; zone: string | null };

/** From when until when, on a zone's clock: "18:00 – 19:30", or "18:00 – Thu 3 Dec, 12:00". */
export function TimeSpan({ activity: { startsAt, endsAt }, zone }: Props) {
  if (!startsAt) return null;
  return (
    <span className="tabular-nums">
      <time dateTime={startsAt} className="whitespace-nowrap">
        {formatInZone(startsAt, "time", zone)}
      </time>
      {endsAt ? (
        <>
          {" – "}
          <time dateTime={endsAt} className="whitespace-nowrap">
            {endInWords(startsAt, endsAt, zone)}
          </time>
        </>
      ) : null}
    </span>
  );
}

function endInWords(startsAt: string, endsAt: string, zone: string | null): string {
  const [from, to] = [dayInZone(startsAt, zone), dayInZone(endsAt, zone)];
  if (from === to) return formatInZone(endsAt, "time", zone);
  const isSameYear = from.split("-")[0] === to.split("-")[0];
  return formatInZone(endsAt, isSameYear ? "until" : "far until", zone);
}
