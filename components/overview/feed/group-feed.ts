import type { FeedEntryView, PersonEntryView } from "@/lib/insights/feed-view";
import { personWords } from "./feed-words";

/** A line of the feed: one thing, or several people to whom the same happened within an hour. */
export type FeedLine =
  | { kind: "one"; entry: FeedEntryView }
  | { kind: "several"; entries: PersonEntryView[] };

/** Fewer stand one by one. */
const FEWEST = 3;
const HOUR_MS = 3_600_000;

/** What happened to several people alike, by the same hand and within an hour of the newest, is one line. */
export function groupFeed(entries: readonly FeedEntryView[]): FeedLine[] {
  const runs: FeedEntryView[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.[0] && isAlike(run[0], entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run): FeedLine[] => {
    const people = run.filter((entry) => entry.source === "person");
    if (people.length >= FEWEST) return [{ kind: "several", entries: people }];
    return run.map((entry) => ({ kind: "one", entry }));
  });
}

function isAlike(newest: FeedEntryView, entry: FeedEntryView): boolean {
  if (newest.source !== "person" || entry.source !== "person") return false;
  const [one, other] = [personWords(newest), personWords(entry)];
  return (
    one.verb === other.verb &&
    one.how === other.how &&
    newest.actorId === entry.actorId &&
    Date.parse(newest.occurredAt) - Date.parse(entry.occurredAt) < HOUR_MS
  );
}
