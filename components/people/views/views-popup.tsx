"use client";

import { Menu } from "@base-ui/react/menu";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import { DeleteViewDialog } from "./delete-view-dialog";
import { FailedDialog } from "./failed-dialog";
import { RenameViewDialog } from "./rename-view-dialog";
import { SaveViewDialog } from "./save-view-dialog";
import { useOpenView } from "./use-open-view";
import { useViewWrites } from "./use-view-writes";
import { type Asking, ViewActions } from "./view-actions";
import { ViewChoices } from "./view-choices";

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  isOpen: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
};

/** The views of a list and what can be done with the one that is open. Loaded when somebody asks for it. */
export function ViewsPopup({ list, kind, eventId, isOpen, onClose, anchor }: Props) {
  const views = useQuery({ ...eventQueries.savedViews(eventId, kind), enabled: isOpen });
  const { open, isEdited } = useOpenView(eventId, kind, list);
  const writes = useViewWrites(eventId, kind);
  const [asking, setAsking] = useState<Asking>(null);
  const [told, setTold] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  // While a window goes, it still says which view it was about.
  const last = useRef(open);
  if (open) last.current = open;
  const view = last.current;

  function forget(): void {
    writes.reset();
    setAsking(null);
    setFailure(null);
  }
  const common = { list, kind, eventId, open };
  const answer = { ...common, writes, anchor, onClose: forget, onTold: setTold };

  return (
    <>
      <Menu.Root
        open={isOpen}
        modal={false}
        onOpenChange={(next, { event, cancel }) => {
          if (next) return;
          // A press on the button itself is the button's, which knows what it means.
          if (event.target instanceof Node && anchor.current?.contains(event.target)) cancel();
          else onClose();
        }}
      >
        <Menu.Portal>
          <Menu.Positioner
            anchor={anchor}
            sideOffset={6}
            align="end"
            collisionPadding={8}
            className="z-30"
          >
            <Menu.Popup
              aria-label="Saved views"
              finalFocus={anchor}
              className="max-h-(--available-height) w-72 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-md border border-line bg-surface p-1 text-ink text-sm shadow-lift outline-none"
            >
              <ViewChoices {...common} views={views} />
              <ViewActions
                {...common}
                isEdited={isEdited}
                writes={writes}
                onAsk={setAsking}
                onTold={setTold}
                onFailed={setFailure}
              />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <SaveViewDialog {...answer} isOpen={asking === "save as"} />
      {view ? (
        <>
          <RenameViewDialog {...answer} view={view} isOpen={asking === "rename"} />
          <DeleteViewDialog {...answer} view={view} isOpen={asking === "delete"} />
        </>
      ) : null}
      <FailedDialog text={failure} anchor={anchor} onClose={forget} />
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
