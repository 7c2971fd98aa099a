"use client";

import { Bookmark, ChevronDown } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { usePopup } from "@/components/ui/use-popup";
import type { ListKind } from "@/lib/list-address/list-fields";
import { useOpenView } from "./use-open-view";

const ViewsPopup = lazyPiece(() => import("./views-popup").then((module) => module.ViewsPopup));

type Props = { list: PeopleList; kind: ListKind; eventId: string };

/** The view that is open, by its name; behind it all the others, and what can be done with them. */
export function SavedViewsMenu({ list, kind, eventId }: Props) {
  const { open: view, isEdited } = useOpenView(eventId, kind, list);
  const { isOpen, wasPressed, anchor, onClose, onPress } = usePopup();
  const name = view ? `${view.name}${isEdited ? ", edited" : ""}` : "none is open";

  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`Saved views: ${name}`}
        onPointerEnter={ViewsPopup.preload}
        onFocus={ViewsPopup.preload}
        onClick={onPress}
        className={`${buttonLook("plain")} min-w-0 shrink-0 @max-3xl:px-2.5`}
      >
        <span className="relative">
          <Bookmark aria-hidden="true" size={16} className={view ? "fill-tint text-accent" : ""} />
          {isEdited ? (
            <span className="-right-1 -top-1 absolute size-2 rounded-full bg-accent ring-2 ring-surface @3xl:hidden" />
          ) : null}
        </span>
        <span className="max-w-40 truncate @max-3xl:hidden" dir="auto">
          {view?.name ?? "Views"}
        </span>
        {isEdited ? (
          <span className="rounded-full bg-tint px-1.5 text-accent text-xs @max-3xl:hidden">
            edited
          </span>
        ) : null}
        <ChevronDown aria-hidden="true" size={15} className="@max-3xl:hidden" />
      </button>
      {wasPressed ? (
        <ViewsPopup
          list={list}
          kind={kind}
          eventId={eventId}
          isOpen={isOpen}
          onClose={onClose}
          anchor={anchor}
        />
      ) : null}
    </>
  );
}
