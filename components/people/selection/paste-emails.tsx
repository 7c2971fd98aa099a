"use client";

import { ClipboardList } from "lucide-react";
import { useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Selection } from "./use-selection";

const PasteEmailsDialog = lazyPiece(() =>
  import("./paste-emails-dialog").then((module) => module.PasteEmailsDialog),
);

type Props = { eventId: string; kind: ListKind; selection: Pick<Selection, "pickIds"> };

/** Opens the dialog that selects people by a pasted list of e-mail addresses. */
export function PasteEmails({ eventId, kind, selection }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  return (
    <>
      <button
        type="button"
        title="Select by e-mail"
        aria-haspopup="dialog"
        onPointerEnter={PasteEmailsDialog.preload}
        onFocus={PasteEmailsDialog.preload}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className={`${buttonLook("plain")} @max-xl:px-2.5`}
      >
        <ClipboardList aria-hidden="true" size={16} />
        <span className="sr-only">Select by e-mail</span>
      </button>
      {isWanted ? (
        <PasteEmailsDialog
          eventId={eventId}
          kind={kind}
          open={isOpen}
          onClose={() => setOpen(false)}
          onPick={selection.pickIds}
        />
      ) : null}
    </>
  );
}
