import { Menu } from "@base-ui/react/menu";
import { ClipboardList, Columns3, Download, Link, Star, Table2 } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useState } from "react";
import { ColumnsPopup } from "@/components/people/columns/columns-popup";
import type { Arranging } from "@/components/people/columns/use-arranging";
import type { ListLayout } from "@/components/people/columns/use-list-layout";
import { ExportDialog } from "@/components/people/export/export-dialog";
import { useFirstChoice } from "@/components/people/groups/use-first-choice";
import { useGroup } from "@/components/people/groups/use-group";
import { PasteEmailsDialog } from "@/components/people/selection/paste-emails-dialog";
import type { Selection } from "@/components/people/selection/use-selection";
import type { PeopleList } from "@/components/people/use-people-list";
import { linkOf } from "@/components/people/views/kept-address";
import { useOpenView } from "@/components/people/views/use-open-view";
import { useSight } from "@/components/queries/use-sight";
import { MenuItem } from "@/components/ui/menu-item";
import { PopupMenu } from "@/components/ui/popup-menu";
import { showToast } from "@/components/ui/show-toast";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Density } from "@/lib/saved-views/list-layout-view";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";

export type MoreProps = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  layout: ListLayout;
  arranging: Arranging;
  selection: Pick<Selection, "pickIds">;
};

type Props = MoreProps & {
  isOpen: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLButtonElement | null>;
};

type Asking = "columns" | "export" | "emails" | null;

/** Columns, height of the rows, export, a selection by e-mail and the list's link. Loaded when asked for. */
export function MorePopup({ isOpen, onClose, anchor, ...props }: Props) {
  const { eventId, kind, list, layout, arranging, selection } = props;
  const { open } = useOpenView(eventId, kind, list);
  const [asking, setAsking] = useState<Asking>(null);
  const close = useCallback(() => setAsking(null), []);
  const [group, setGroup] = useGroup();
  const sight = useSight(eventId);
  const router = useRouter();
  const firstChoice = useFirstChoice(eventId, kind);
  return (
    <>
      <PopupMenu label="More" isOpen={isOpen} onClose={onClose} anchor={anchor}>
        <MenuItem icon={Columns3} onPress={() => setAsking("columns")}>
          Columns
        </MenuItem>
        <MenuItem icon={Table2} onPress={() => void setGroup(group ?? firstChoice)}>
          Group and count
        </MenuItem>
        {sight.ratings === "none" ? null : (
          <MenuItem
            icon={Star}
            onPress={() => router.push(`/events/${encodeURIComponent(eventId)}/review` as Route)}
          >
            Review
          </MenuItem>
        )}
        <DensityChoice density={layout.density} onChange={layout.setDensity} />
        <Menu.Separator className="my-1 h-px bg-line" />
        {sight.all ? (
          <MenuItem icon={Download} onPress={() => setAsking("export")}>
            Export
          </MenuItem>
        ) : null}
        {sight.email ? (
          <MenuItem icon={ClipboardList} onPress={() => setAsking("emails")}>
            Select by e-mail
          </MenuItem>
        ) : null}
        <MenuItem icon={Link} onPress={() => void copyLink(kind, list, layout, open)}>
          Copy link
        </MenuItem>
      </PopupMenu>
      <ColumnsPopup
        eventId={eventId}
        arranging={arranging}
        isOpen={asking === "columns"}
        anchor={anchor}
        onClose={close}
      />
      <ExportDialog
        eventId={eventId}
        kind={kind}
        list={list}
        open={asking === "export"}
        onClose={close}
        finalFocus={anchor}
      />
      <PasteEmailsDialog
        eventId={eventId}
        kind={kind}
        open={asking === "emails"}
        onClose={close}
        onPick={selection.pickIds}
        finalFocus={anchor}
      />
    </>
  );
}

const DENSITY_WORDS: Record<Density, string> = {
  compact: "Compact",
  regular: "Regular",
  tall: "Tall",
};

type DensityProps = { density: Density; onChange: (density: Density) => void };

function DensityChoice({ density, onChange }: DensityProps) {
  return (
    <Menu.RadioGroup
      aria-label="Height of the rows"
      value={density}
      onValueChange={onChange}
      className="grid grid-cols-3 gap-1 px-2 py-1 max-sm:hidden"
    >
      {(Object.keys(DENSITY_WORDS) as Density[]).map((each) => (
        <Menu.RadioItem
          key={each}
          value={each}
          closeOnClick={false}
          className="grid min-h-7 cursor-default place-items-center rounded-sm border border-line text-soft text-xs outline-none data-checked:border-accent data-checked:bg-tint data-checked:text-accent data-highlighted:border-edge data-highlighted:text-ink pointer-coarse:min-h-11"
        >
          {DENSITY_WORDS[each]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** Puts the address of the list, as it is seen now, onto the clipboard. */
async function copyLink(
  kind: ListKind,
  { address }: PeopleList,
  { columns }: ListLayout,
  open: SavedViewView | null,
): Promise<void> {
  const page = location.origin + location.pathname;
  const seen = { kind, address, columns: columns.map(({ id }) => id) };
  const isDone = await navigator.clipboard.writeText(linkOf(page, seen, open)).then(
    () => true,
    () => false,
  );
  showToast(isDone ? "Link copied" : "The browser did not allow it");
}
