import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { DisagreementView } from "@/lib/reviews/progress-view";
import { WIDE_SPREAD } from "@/lib/reviews/rating-view";
import { scoreWord } from "./score-words";

type Props = { eventId: string; disagreements: readonly DisagreementView[] };

/** What the team sees very differently: worth a talk. */
export function DisagreementsCard({ eventId, disagreements }: Props) {
  return (
    <Card title="Wide disagreement" aside="the widest first">
      <ul className="-my-1 divide-y divide-line">
        {disagreements.map(({ participantId, name, average, spread, count }) => (
          <li key={participantId}>
            <Link
              href={
                `/events/${encodeURIComponent(eventId)}/applications?f=spread:between:${WIDE_SPREAD},&sort=-spread&selected=${encodeURIComponent(participantId)}` as Route
              }
              prefetch={false}
              className="-mx-2 flex min-h-11 flex-wrap items-center justify-between gap-x-4 rounded-sm px-2 py-1.5 text-sm hover:bg-sunken"
            >
              <span className="min-w-0 truncate font-medium" dir="auto">
                {name ?? participantId}
              </span>
              <span className="text-soft text-xs tabular-nums">
                {scoreWord(average)} on average of {count}, {scoreWord(spread)} apart
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
