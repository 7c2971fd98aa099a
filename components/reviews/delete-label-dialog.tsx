import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { RefObject } from "react";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { showToast } from "@/components/ui/show-toast";
import type { LabelView } from "@/lib/reviews/label-view";
import { useLabelWrites } from "./use-label-writes";

type Props = {
  eventId: string;
  label: LabelView;
  isOpen: boolean;
  onClose: () => void;
  /** The label's own row is gone. */
  onDeleted: () => void;
  finalFocus: RefObject<HTMLElement | null>;
};

/** Asks before a label is taken off everything that has it. */
export function DeleteLabelDialog(props: Props) {
  const { eventId, label, isOpen, onClose, onDeleted, finalFocus } = props;
  const { mutate, error, isPending, reset } = useLabelWrites(eventId);
  const close = () => {
    reset();
    onClose();
  };

  function remove(): void {
    mutate(
      { do: "delete", label },
      {
        onSuccess: () => {
          showToast(`“${label.name}” is deleted`);
          onDeleted();
          close();
        },
      },
    );
  }

  return (
    <AskingDialog
      open={isOpen}
      onClose={close}
      title={`Delete “${label.name}”?`}
      finalFocus={finalFocus}
    >
      <AlertDialog.Description className="text-sm leading-relaxed">
        It is taken off every application that has it, for everybody, and cannot be brought back.
        Ratings and notes stay.
      </AlertDialog.Description>
      <Failure error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
        <Button look="danger" disabled={isPending} focusableWhenDisabled onClick={remove}>
          Delete
        </Button>
      </div>
    </AskingDialog>
  );
}
