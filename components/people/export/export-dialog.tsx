import { type RefObject, useState } from "react";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { type ExportChosen, ExportForm } from "./export-form";
import { ExportProgress } from "./export-progress";
import type { ExportScope } from "./export-scope";
import { peopleWord } from "./export-words";
import { useExport } from "./use-export";

type Props = ExportScope & {
  open: boolean;
  onClose: () => void;
  /** Where the focus goes afterwards, if what it came from is not there any more. */
  finalFocus?: RefObject<HTMLElement | null>;
};

/** Asks for the format and the columns of a file, then shows how far its download is. */
export function ExportDialog({ open, onClose, finalFocus, ...scope }: Props) {
  const [chosen, setChosen] = useState<ExportChosen>({ format: "xlsx", isEverything: false });
  const exporting = useExport(scope.eventId);
  const { view, isAsking, forget } = exporting;
  const isBegun = view !== undefined || isAsking;

  function close(): void {
    if (view?.state === "done" || exporting.error) forget();
    onClose();
  }

  const people = peopleWord(scope.kind, 2);
  return (
    <AskingDialog
      open={open}
      onClose={close}
      {...(finalFocus && { finalFocus })}
      title={scope.picked ? `Export selected ${people}` : `Export ${people}`}
    >
      {isBegun ? (
        <ExportProgress exporting={exporting} onDone={close} />
      ) : (
        <ExportForm
          scope={scope}
          chosen={chosen}
          onChoose={setChosen}
          error={exporting.error}
          onExport={exporting.begin}
        />
      )}
    </AskingDialog>
  );
}
