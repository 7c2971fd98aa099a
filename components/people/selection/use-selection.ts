import { useEffect, useMemo, useRef, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import type { Picked } from "@/lib/list-address/picked";
import { between, countPicked, NOBODY, pick } from "./pick-rows";

type Chosen = { question: string; picked: Picked };

/**
 * Which rows of a list are picked. Live changes leave it as it is; another question empties it, because
 * "all in this list" would then mean other people.
 */
export function useSelection({ question, rows, counts }: PeopleList) {
  const [chosen, setChosen] = useState<Chosen>({ question, picked: NOBODY });
  const picked = chosen.question === question ? chosen.picked : NOBODY;
  const now = useRef({ question, picked, rows });
  const anchor = useRef<string | null>(null);
  useEffect(() => {
    now.current = { question, picked, rows };
  });

  const actions = useMemo(() => {
    const set = (next: Picked) => setChosen({ question: now.current.question, picked: next });
    const change = (ids: readonly string[], isOn: boolean) =>
      setChosen((before) => {
        const { question: asked } = now.current;
        const from = before.question === asked ? before.picked : NOBODY;
        return { question: asked, picked: pick(from, ids, isOn) };
      });
    const idsOfRows = () => now.current.rows.map((row) => row.participantId);
    return {
      toggle(id: string): void {
        anchor.current = id;
        setChosen((before) => {
          const { question: asked } = now.current;
          const from = before.question === asked ? before.picked : NOBODY;
          return { question: asked, picked: pick(from, [id], !lookUp(from)(id)) };
        });
      },
      /** Picks from the row that was last toggled to this one. */
      toggleRange(toId: string): void {
        change(between(idsOfRows(), anchor.current, toId), true);
        anchor.current = toId;
      },
      /** Picks every row that is loaded. */
      pickPage: () => change(idsOfRows(), true),
      /** Picks every result of the question, loaded or not. */
      pickAll: () => set({ allBut: [] }),
      /** Picks exactly these. */
      pickIds: (ids: readonly string[]) => set({ ids: [...new Set(ids)] }),
      /** Forgets rows that are no longer in the list. */
      drop: (ids: readonly string[]) =>
        setChosen((before) => ({ ...before, picked: without(before.picked, ids) })),
      clear(): void {
        anchor.current = null;
        set(NOBODY);
      },
    };
  }, []);

  const has = useMemo(() => lookUp(picked), [picked]);
  const total = counts?.total ?? null;
  return {
    ...actions,
    picked,
    has,
    count: countPicked(picked, total) ?? rows.filter(isIn(has)).length,
  };
}

export type Selection = ReturnType<typeof useSelection>;

const isIn = (has: (id: string) => boolean) => (row: { participantId: string }) =>
  has(row.participantId);

/** A set looks up faster than a list, of which every row on the page asks. */
function lookUp(picked: Picked): (id: string) => boolean {
  if ("ids" in picked) {
    const ids = new Set(picked.ids);
    return (id) => ids.has(id);
  }
  const but = new Set(picked.allBut);
  return (id) => !but.has(id);
}

/** Who left the list is neither picked nor left out. */
function without(picked: Picked, ids: readonly string[]): Picked {
  const gone = new Set(ids);
  const stay = (all: string[]) => all.filter((id) => !gone.has(id));
  return "ids" in picked ? { ids: stay(picked.ids) } : { allBut: stay(picked.allBut) };
}
