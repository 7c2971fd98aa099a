"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { eventQueries } from "@/components/queries/event-queries";
import { TimeAgo } from "@/components/time/time-ago";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Failure } from "@/components/ui/failure";
import { Fold } from "@/components/ui/fold";
import type { MentionView } from "@/lib/reviews/mention-view";
import { mentionHref } from "./mention-href";
import { useMarkRead } from "./use-mark-read";

type Props = { eventId: string };

/** The notes that name whoever looks: those that are new, and behind them the ones of before. */
export function MentionsCard({ eventId }: Props) {
  const { data } = useQuery(eventQueries.mentions(eventId));
  const { mutate, error, isPending } = useMarkRead(eventId);
  if (!data || data.mentions.length === 0) return null;
  const { unread = [], read = [] } = Object.groupBy(data.mentions, ({ isUnread }) =>
    isUnread ? "unread" : "read",
  );
  return (
    <Card
      title="Notes that mention you"
      id="mentions"
      aside={unread.length > 0 ? `${unread.length} new` : "all read"}
    >
      <Mentions eventId={eventId} mentions={unread} />
      {unread.length > 0 ? (
        <div className="my-2">
          <Button disabled={isPending} focusableWhenDisabled onClick={() => mutate({})}>
            Mark all as read
          </Button>
        </div>
      ) : null}
      <Failure error={error} />
      {read.length > 0 ? (
        <Fold title="Read before" aside={read.length}>
          <Mentions eventId={eventId} mentions={read} />
        </Fold>
      ) : null}
    </Card>
  );
}

function Mentions({ eventId, mentions }: Props & { mentions: readonly MentionView[] }) {
  if (mentions.length === 0) return null;
  return (
    <ul className="-my-1 divide-y divide-line">
      {mentions.map(({ noteId, participantId, name, author, text, at }) => (
        <li key={noteId}>
          <Link
            href={mentionHref(eventId, participantId)}
            prefetch={false}
            className="-mx-2 grid min-h-11 gap-0.5 rounded-sm px-2 py-2 text-sm hover:bg-sunken"
          >
            <span className="flex flex-wrap items-baseline gap-x-2 text-soft text-xs">
              <span className="font-medium text-ink text-sm" dir="auto">
                {author.isSelf ? "You" : (author.name ?? "Somebody without a name")}
              </span>
              <span dir="auto">about {name ?? participantId}</span>
              <TimeAgo at={at} />
            </span>
            <span className="line-clamp-2 [overflow-wrap:anywhere]" dir="auto">
              {text}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
