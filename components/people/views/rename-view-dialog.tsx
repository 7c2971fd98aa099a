import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import type { Answering } from "./answering";
import { ViewNameDialog } from "./view-name-dialog";

type Props = Answering & { view: SavedViewView };

/** Gives a view another name. */
export function RenameViewDialog({ isOpen, view, writes, ...on }: Props) {
  function rename(name: string): void {
    writes.mutate(
      { do: "change", view, fields: { name } },
      {
        onSuccess: () => {
          on.onTold("View renamed");
          on.onClose();
        },
      },
    );
  }
  return (
    <ViewNameDialog
      isOpen={isOpen}
      title="Rename this view"
      verb="Rename"
      name={view.name}
      writes={writes}
      anchor={on.anchor}
      onName={rename}
      onClose={on.onClose}
    />
  );
}
