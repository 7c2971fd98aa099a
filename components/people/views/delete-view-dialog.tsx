import { AlertDialog } from "@base-ui/react/alert-dialog";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { writeListAddress } from "@/lib/list-address/list-address";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import type { Answering } from "./answering";

type Props = Answering & { view: SavedViewView };

/** Asks before a view is forgotten. The list stays as it is. */
export function DeleteViewDialog({ isOpen, view, list, writes, ...on }: Props) {
  const close = () => void (writes.isPending || on.onClose());

  function remove(): void {
    writes.mutate(
      { do: "delete", view },
      {
        onSuccess: () => {
          list.open(writeListAddress(list.address).toString(), null);
          on.onTold("View deleted");
          on.onClose();
        },
      },
    );
  }

  return (
    <AskingDialog
      open={isOpen}
      onClose={close}
      finalFocus={on.anchor}
      title={`Delete “${view.name}”?`}
    >
      <AlertDialog.Description className="text-sm leading-relaxed">
        {view.isTeam
          ? "It goes for everybody in this event. Applications and participants stay as they are."
          : "Only the name and what it stands for are forgotten. The list stays as it is."}
      </AlertDialog.Description>
      <Failure error={writes.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button look="danger" onClick={remove} disabled={writes.isPending} focusableWhenDisabled>
          Delete
        </Button>
      </div>
    </AskingDialog>
  );
}
