import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { RefObject } from "react";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { buttonLook } from "@/components/ui/button-look";

type Props = { text: string | null; anchor: RefObject<HTMLElement | null>; onClose: () => void };

/** Says why something that was asked for in the menu did not happen. */
export function FailedDialog({ text, anchor, onClose }: Props) {
  return (
    <AskingDialog
      open={text !== null}
      onClose={onClose}
      finalFocus={anchor}
      title="The view stays as it was"
    >
      <AlertDialog.Description className="text-sm leading-relaxed">{text}</AlertDialog.Description>
      <div className="flex justify-end">
        <AlertDialog.Close className={buttonLook("primary")}>Close</AlertDialog.Close>
      </div>
    </AskingDialog>
  );
}
