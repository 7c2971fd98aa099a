"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { ACTION } from "./selection-action";
import type { Selection } from "./use-selection";

type Props = { selection: Selection; list: PeopleList; children?: ReactNode };

/**
 * How many are picked and what can be done with them; `children` are the actions. It lies over the heads of the
 * columns but the one of the boxes, on a phone at the foot, so that no row moves.
 */
export function SelectionBar({ selection, list, children }: Props) {
  const { count, picked, pickAll, clear } = selection;
  const total = list.counts?.total;
  const isEverybody = "allBut" in picked && picked.allBut.length === 0;
  const canTakeAll = total !== undefined && total > count && !("allBut" in picked);
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? sentence(count, isEverybody) : ""}
      </p>
      {count > 0 ? (
        <section
          aria-label="Selection"
          className="@container absolute inset-x-0 bottom-0 z-20 border-line bg-surface text-sm shadow-lift border-t @2xl/table:top-0 @2xl/table:bottom-auto @2xl/table:left-13 @2xl/table:border-t-0 @2xl/table:border-b @2xl/table:shadow-none"
        >
          <div className="flex min-h-[calc(2.25rem+1px)] items-center gap-1 overflow-x-auto bg-tint px-3 whitespace-nowrap @2xl/table:pl-0">
            <p className="mr-2 font-medium tabular-nums">{sentence(count, isEverybody)}</p>
            {canTakeAll ? (
              <button type="button" onClick={pickAll} className={ACTION}>
                Select all {total.toLocaleString("en-GB")}
                <span className="@max-3xl:sr-only"> in this list</span>
              </button>
            ) : null}
            <div className="ml-auto flex items-center gap-1">
              {children}
              <button type="button" onClick={clear} title="Clear selection" className={ACTION}>
                <X aria-hidden="true" size={16} />
                <span className="@max-3xl:sr-only">Clear selection</span>
              </button>
            </div>
          </div>
        </section>
      ) : null}
    </>
  );
}

function sentence(count: number, isEverybody: boolean): string {
  const number = count.toLocaleString("en-GB");
  return isEverybody ? `All ${number} selected` : `${number} selected`;
}
