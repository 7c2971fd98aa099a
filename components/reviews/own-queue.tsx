import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { eventQueries } from "@/components/queries/event-queries";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { OPEN_ADDRESS } from "@/lib/reviews/open-view";
import type { ReviewProgressView } from "@/lib/reviews/progress-view";
import { NextButton } from "./next-button";

type Props = { eventId: string; progress: ReviewProgressView };

/** What is left for whoever looks, and the way into it. */
export function OwnQueue({ eventId, progress }: Props) {
  const { own, reviewers } = progress;
  const self = reviewers.find(({ member }) => member.isSelf);
  const { data: selfId } = useQuery({
    ...eventQueries.members(eventId),
    select: ({ members }) => members.find(({ isSelf }) => isSelf)?.id,
  });
  const href = (filter: string) =>
    `/events/${encodeURIComponent(eventId)}/applications?${filter}` as Route;
  const ways = [
    {
      word: "Assigned to me, not rated yet",
      count: self?.left ?? 0,
      to: href(`f=assignee:is:${selfId ?? "none"}&f=own-rating:unanswered&${OPEN_ADDRESS}`),
    },
    {
      word: "Changed since I rated",
      count: own.secondLooks,
      to: href(`f=second-look:is:yes&${OPEN_ADDRESS}`),
    },
    {
      word: "Not rated by me",
      count: own.open - own.rated,
      to: href(`f=own-rating:unanswered&${OPEN_ADDRESS}`),
    },
  ];
  const share = own.open === 0 ? 100 : (own.rated / own.open) * 100;
  return (
    <Card title="Your queue">
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
        <div className="grid gap-2">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <strong className="font-display font-normal text-3xl tabular-nums">{own.rated}</strong>
            <span className="text-soft text-sm">
              of {own.open.toLocaleString("en-GB")} that wait for a decision, reviewed by you
            </span>
          </p>
          <Progress label="Reviewed by you" value={share} />
        </div>
        <NextButton eventId={eventId} />
      </div>
      <ul className="mt-4 grid gap-1 border-line border-t pt-3">
        {ways.map(({ word, count, to }) => (
          <li key={word}>
            {count === 0 ? (
              <span className="-mx-2 flex min-h-9 items-center justify-between gap-3 px-2 text-soft text-sm">
                {word}
                <span className="tabular-nums">0</span>
              </span>
            ) : (
              <Link
                href={to}
                prefetch={false}
                className="-mx-2 flex min-h-9 items-center justify-between gap-3 rounded-sm px-2 text-sm hover:bg-sunken pointer-coarse:min-h-11"
              >
                {word}
                <span className="tabular-nums">{count.toLocaleString("en-GB")}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
