import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type RefObject, useRef } from "react";
import type { PeopleList } from "@/components/people/use-people-list";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { writeListAddress } from "@/lib/list-address/list-address";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import type { ViewWrites } from "./use-view-writes";

type Props = {
  list: PeopleList;
  open: SavedViewView | null;
  isAsking: boolean;
  writes: ViewWrites;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  onTold: (text: string) => void;
};

/** Asks before a view is forgotten. The list stays as it is. */
export function DeleteViewDialog(props: Props) {
  const { list, open, isAsking, writes, anchor, onClose, onTold } = props;
  // While the window goes, it still says which view it was about.
  const last = useRef(open);
  if (open) last.current = open;
  const view = last.current;

  function close(): void {
    if (writes.isPending) return;
    writes.reset();
    onClose();
  }
  function remove(): void {
    if (!view) return;
    writes.mutate(
      { do: "delete", view },
      {
        onSuccess: () => {
          list.open(writeListAddress(list.address).toString(), null);
          onTold("View deleted");
          onClose();
        },
      },
    );
  }

  return (
    <AskingDialog
      open={isAsking}
      onClose={close}
      finalFocus={anchor}
      title={`Delete “${view?.name ?? ""}”?`}
    >
      <AlertDialog.Description className="text-sm leading-relaxed">
        {view?.isTeam
          ? "It goes for everybody in this event. Nobody's applications change."
          : "The list stays as it is; only its name is forgotten."}
      </AlertDialog.Description>
      {writes.isError ? (
        <p role="alert" className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm">
          {writes.error.message}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button look="danger" onClick={remove} disabled={writes.isPending} focusableWhenDisabled>
          Delete
        </Button>
      </div>
    </AskingDialog>
  );
}
