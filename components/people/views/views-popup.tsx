"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { PopupMenu } from "@/components/ui/popup-menu";
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
      <PopupMenu label="Saved views" isOpen={isOpen} onClose={onClose} anchor={anchor}>
        <ViewChoices {...common} views={views} />
        <ViewActions
          {...common}
          isEdited={isEdited}
          writes={writes}
          onAsk={setAsking}
          onTold={setTold}
          onFailed={setFailure}
        />
      </PopupMenu>
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
