"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { buttonLook } from "@/components/ui/button-look";
import type { Selection } from "./use-selection";

type Props = { selection: Selection; list: PeopleList; children?: ReactNode };

/** How many are picked and what can be done with them; `children` are the actions. */
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
          className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-t bg-tint px-3 py-1.5 text-sm sm:px-5"
        >
          <p className="font-medium tabular-nums">{sentence(count, isEverybody)}</p>
          {canTakeAll ? (
            <button
              type="button"
              onClick={pickAll}
              className="min-h-9 pointer-coarse:min-h-11 text-accent underline underline-offset-4"
            >
              Select all {total.toLocaleString("en-GB")} in this list
            </button>
          ) : null}
          <div className="ml-auto flex flex-wrap items-center gap-2">
            {children}
            <button type="button" onClick={clear} className={buttonLook("quiet")}>
              <X aria-hidden="true" size={16} />
              Clear selection
            </button>
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
