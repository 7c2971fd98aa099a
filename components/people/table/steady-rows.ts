import type { ApplicationView } from "@/lib/participants/participant-view";
import { arrivedRows, missingRows, withLeaving } from "./keep-leaving";

/** A row that the list no longer has. `word` says why, null while that is being asked. */
export type Leaving = { row: ApplicationView; word: string | null; toldAt: number | null };

/** What a list shows, and what it was made of. `unseen`: rows that arrived and were not looked at yet. */
export type Steady = {
  question: string;
  from: number;
  isBusy: boolean;
  source: ApplicationView[];
  shown: ApplicationView[];
  leaving: ReadonlyMap<string, Leaving>;
  arrived: readonly string[];
  unseen: readonly string[];
};

type Answered = { question: string; from: number; isBusy: boolean; rows: ApplicationView[] };

export function beginSteadily({ question, from, isBusy, rows }: Answered): Steady {
  const nothing = { leaving: new Map<string, Leaving>(), arrived: [], unseen: [] };
  return { question, from, isBusy, source: rows, shown: rows, ...nothing };
}

/** Newer rows of the same question join those that are leaving; another question or place begins anew. */
export function goOnSteadily(
  before: Steady,
  now: Answered,
  isWatched: (id: string) => boolean,
): Steady {
  const { question, from, isBusy, rows } = now;
  const isOther = before.question !== question || before.from !== from;
  if (isOther || before.isBusy || isBusy) return beginSteadily(now);
  const there = new Set(rows.map((row) => row.participantId));
  const leaving = new Map([...before.leaving].filter(([id]) => !there.has(id)));
  for (const row of missingRows(before.source, rows)) {
    if (isWatched(row.participantId)) {
      leaving.set(row.participantId, { row, word: null, toldAt: null });
    }
  }
  const arrived = arrivedRows(before.source, rows, from === 0).filter(
    (id) => !before.leaving.has(id),
  );
  const unseen = [...new Set([...before.unseen, ...arrived])].filter((id) => there.has(id));
  const ghosts = new Map([...leaving].map(([id, { row }]) => [id, row]));
  const shown = withLeaving(before.shown, rows, ghosts);
  return { question, from, isBusy, source: rows, shown, leaving, arrived, unseen };
}

/** Tells why a row is leaving. Null: it only gave way to others, and goes without a word. */
export function settleLeaving(
  steady: Steady,
  id: string,
  word: string | null,
  row: ApplicationView,
): Steady {
  if (!steady.leaving.has(id)) return steady;
  if (word === null) return takeAway(steady, new Set([id]));
  const told = { row, word, toldAt: performance.now() };
  return {
    ...steady,
    leaving: new Map(steady.leaving).set(id, told),
    shown: steady.shown.map((each) => (each.participantId === id ? row : each)),
  };
}

export function takeAway(steady: Steady, ids: ReadonlySet<string>): Steady {
  return {
    ...steady,
    leaving: new Map([...steady.leaving].filter(([id]) => !ids.has(id))),
    shown: steady.shown.filter(
      ({ participantId }) => !(ids.has(participantId) && steady.leaving.has(participantId)),
    ),
  };
}

export function takeSeen(steady: Steady, isSeen: (id: string) => boolean): Steady {
  const unseen = steady.unseen.filter((id) => !isSeen(id));
  return unseen.length === steady.unseen.length ? steady : { ...steady, unseen };
}
