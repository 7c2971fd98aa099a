"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode, RefObject } from "react";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  isWide?: boolean;
  /** Where the focus goes afterwards, if what it came from is not there any more. */
  finalFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** Asks something before it happens. Only an answer, or Escape, puts it away: a slip of the mouse does not. */
export function AskingDialog(props: Props) {
  const { open, onClose, title, isWide = false, finalFocus, children } = props;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Viewport className="fixed inset-0 z-40 grid items-end overflow-y-auto overscroll-contain sm:items-center sm:p-6">
          <AlertDialog.Popup
            finalFocus={finalFocus}
            className={`mx-auto grid w-full grid-cols-[minmax(0,1fr)] gap-4 rounded-t-lg bg-surface p-5 text-ink shadow-lift outline-none transition-[opacity,translate] duration-150 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:rounded-lg sm:p-6 ${isWide ? "max-w-4xl" : "max-w-lg"}`}
          >
            <AlertDialog.Title className="font-display text-2xl text-balance [overflow-wrap:anywhere]">
              {title}
            </AlertDialog.Title>
            {children}
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
