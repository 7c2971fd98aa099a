"use client";

import { ArrowUpDown, ChevronDown } from "lucide-react";
import { useCallback, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { sortWord } from "./sort-words";

const SortPopup = lazyPiece(() => import("./sort-popup").then((module) => module.SortPopup));

const BUTTON = "list-order";

/** The present order in few words; a press changes it. */
export function SortButton({ list, eventId }: { list: PeopleList; eventId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const word = sortWord(list.sort);
  return (
    <>
      <button
        id={BUTTON}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`Order: ${word}`}
        onPointerEnter={SortPopup.preload}
        onFocus={SortPopup.preload}
        onClick={() => {
          setWanted(true);
          setOpen(!isOpen);
        }}
        className={`${buttonLook("plain")} @max-3xl:px-2.5 shrink-0`}
      >
        <ArrowUpDown aria-hidden="true" size={16} className="@3xl:hidden" />
        <span className="max-w-44 truncate @max-3xl:hidden">{word}</span>
        <ChevronDown aria-hidden="true" size={15} className="@max-3xl:hidden" />
      </button>
      {isWanted ? (
        <SortPopup
          list={list}
          eventId={eventId}
          isOpen={isOpen}
          anchorId={BUTTON}
          onClose={close}
        />
      ) : null}
    </>
  );
}
