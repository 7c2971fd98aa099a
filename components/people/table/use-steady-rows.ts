import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { ApiError } from "@/components/queries/api-error";
import { eventQueries } from "@/components/queries/event-queries";
import type { ApplicationView } from "@/lib/participants/participant-view";
import {
  beginSteadily,
  goOnSteadily,
  type Leaving,
  settleLeaving,
  takeAway,
  takeSeen,
} from "./steady-rows";
import { LEFT, whyLeft } from "./why-left";

const STAYS_MS = 4_000;
const LOOKS_MS = 500;

type Options = {
  eventId: string;
  list: PeopleList;
  /** Rows whose leaving matters: somebody sees them, or has picked them. */
  isWatched: (id: string) => boolean;
  onLeft: (id: string) => void;
};

/**
 * A list's rows for somebody who reads them while they change: what leaves says so first, and stays for
 * at least 4 s and for as long as the pointer, the focus or the details are on it.
 */
export function useSteadyRows({ eventId, list, isWatched, onLeft }: Options) {
  const client = useQueryClient();
  const [kept, setSteady] = useState(() => beginSteadily(list));
  // Adjusted while rendering: after it, a row that left would already have been away for a frame.
  const isSame =
    kept.source === list.rows &&
    kept.isBusy === list.isBusy &&
    kept.from === list.from &&
    kept.question === list.question;
  const steady = isSame ? kept : goOnSteadily(kept, list, isWatched);
  if (steady !== kept) setSteady(steady);

  const asked = useRef(new Set<string>());
  const ask = useEffectEvent(async (before: ApplicationView) => {
    const id = before.participantId;
    const now = await readPerson(client, eventId, id).catch(() => before);
    const word = whyLeft({ ...list.address, sort: list.sort }, before, now);
    asked.current.delete(id);
    if (word === LEFT) onLeft(id);
    setSteady((all) => settleLeaving(all, id, word, now ?? before));
  });
  const { leaving } = steady;
  useEffect(() => {
    for (const { row, word } of leaving.values()) {
      if (word !== null || asked.current.has(row.participantId)) continue;
      asked.current.add(row.participantId);
      void ask(row);
    }
  }, [leaving]);

  const isHeld = useEffectEvent((id: string) => id === list.selected || isUnderAttention(id));
  useEffect(() => {
    if (leaving.size === 0) return;
    const timer = setInterval(() => {
      const due = [...leaving].filter(([id, row]) => isDue(row) && !isHeld(id));
      if (due.length > 0) setSteady((all) => takeAway(all, new Set(due.map(([id]) => id))));
    }, LOOKS_MS);
    return () => clearInterval(timer);
  }, [leaving]);

  const see = useCallback(
    (isSeen: (id: string) => boolean) => setSteady((all) => takeSeen(all, isSeen)),
    [],
  );
  return { rows: steady.shown, leaving, arrived: steady.arrived, unseen: steady.unseen, see };
}

export type SteadyRows = ReturnType<typeof useSteadyRows>;

const isDue = ({ toldAt }: Leaving) => toldAt !== null && performance.now() - toldAt >= STAYS_MS;

/** Whether the pointer is on a row, or the keyboard. */
function isUnderAttention(id: string): boolean {
  const element = document.getElementById(`row-${id}`);
  if (element?.matches(":hover")) return true;
  return document.activeElement?.getAttribute("aria-activedescendant") === `row-${id}`;
}

/** Somebody as Revento now has them; null where it no longer does. */
async function readPerson(
  client: ReturnType<typeof useQueryClient>,
  eventId: string,
  id: string,
): Promise<ApplicationView | null> {
  try {
    const person = await client.fetchQuery({ ...eventQueries.person(eventId, id), staleTime: 0 });
    return person.removedAt ? null : person;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
