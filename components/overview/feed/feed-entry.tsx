import { DatabaseZap, type LucideIcon, PlugZap } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { useReviewerNames } from "@/components/labels/reviewer-name";
import { trailWords } from "@/components/labels/trail-words";
import { describeStatus } from "@/components/status/describe-status";
import { TimeAgo } from "@/components/time/time-ago";
import type { FeedEntryView, PersonEntryView } from "@/lib/insights/feed-view";
import { personWords, severalWords, syncWords } from "./feed-words";

/** Something that happened, in a line. */
export function FeedEntry({ eventId, entry }: { eventId: string; entry: FeedEntryView }) {
  if (entry.source === "person") return <PersonEntry eventId={eventId} entry={entry} />;
  if (entry.source === "sync") {
    return (
      <Line icon={DatabaseZap} badge={OURS} at={entry.at}>
        {syncWords(entry)}
      </Line>
    );
  }
  const { title, notes } = trailWords(entry);
  return (
    <Line icon={PlugZap} badge={OURS} at={entry.at} note={notes[0]}>
      {title}
    </Line>
  );
}

const OURS = "bg-tint text-accent";

function PersonEntry({ eventId, entry }: { eventId: string; entry: PersonEntryView }) {
  const { participantId, name, hasApplied, occurredAt, status, actorId } = entry;
  const { verb, how } = personWords(entry);
  const { icon, badge } = describeStatus(status);
  const list = hasApplied ? "applications" : "participants";
  const href = `/events/${eventId}/${list}?selected=${encodeURIComponent(participantId)}`;
  return (
    <Line icon={icon} badge={badge} at={occurredAt} note={how}>
      <Link
        href={href as Route}
        prefetch={false}
        className="font-medium underline decoration-line underline-offset-4 [overflow-wrap:anywhere] hover:decoration-ink"
      >
        <bdi>{name || participantId}</bdi>
      </Link>{" "}
      {verb}
      <By actorId={actorId} />
    </Line>
  );
}

/** What happened to several people alike, who are named when it is opened. */
export function SeveralEntries({
  eventId,
  entries,
}: {
  eventId: string;
  entries: PersonEntryView[];
}) {
  const [newest] = entries;
  if (!newest) return null;
  const { icon, badge } = describeStatus(newest.status);
  return (
    <li>
      <details className="group/several">
        <summary className="list-none rounded-sm [&::-webkit-details-marker]:hidden">
          <Inside icon={icon} badge={badge} at={newest.occurredAt} note={personWords(newest).how}>
            <span className="font-medium underline decoration-line underline-offset-4">
              {entries.length.toLocaleString("en-GB")} people
            </span>{" "}
            {severalWords(newest)}
            <By actorId={newest.actorId} />
          </Inside>
        </summary>
        <ol className="mb-2 ml-10 border-line border-l pl-3">
          {entries.map((entry) => (
            <PersonEntry key={entry.id} eventId={eventId} entry={entry} />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** Whoever did it, if the team has named them: an id says nothing in a sentence. */
function By({ actorId }: { actorId: string | null }) {
  const names = useReviewerNames();
  if (actorId === null || !Object.hasOwn(names, actorId)) return null;
  return (
    <>
      {" by "}
      <bdi>{names[actorId]}</bdi>
    </>
  );
}

type LineProps = {
  icon: LucideIcon;
  badge: string;
  at: string;
  note?: string | null;
  children: ReactNode;
};

function Line(props: LineProps) {
  return (
    <li>
      <Inside {...props} />
    </li>
  );
}

function Inside({ icon: Icon, badge, at, note, children }: LineProps) {
  return (
    <span className="grid min-h-11 grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-3 py-1.5 text-sm">
      <span className={`grid size-7 place-items-center rounded-full ${badge}`}>
        <Icon aria-hidden="true" size={14} />
      </span>
      <span className="leading-snug">
        {children}
        {note ? <span className="block text-soft text-xs">{note}</span> : null}
      </span>
      <span className="text-soft text-xs">
        <TimeAgo at={at} />
      </span>
    </span>
  );
}
