import { Menu } from "@base-ui/react/menu";
import { useQuery } from "@tanstack/react-query";
import { BookmarkPlus, House, Lock, Pencil, RotateCcw, Save, Trash2, Users } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { useMay } from "@/components/queries/use-may";
import { MenuItem } from "@/components/ui/menu-item";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { keptAddress } from "./kept-address";
import type { ViewFields, ViewWrites } from "./use-view-writes";

export type Asking = "save as" | "rename" | "delete" | null;

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  open: SavedViewView | null;
  isEdited: boolean;
  writes: ViewWrites;
  onAsk: (asking: Asking) => void;
  onTold: (text: string) => void;
  onFailed: (text: string) => void;
};

/** What can be done with the list as it is, and with the view that is open. */
export function ViewActions(props: Props) {
  const { list, kind, eventId, open, isEdited, writes, onAsk, onTold, onFailed } = props;
  const { data: layout } = useQuery(eventQueries.layout(eventId, kind));

  function change(view: SavedViewView, fields: Partial<ViewFields>, done: string): void {
    onTold("");
    writes.mutate(
      { do: "change", view, fields },
      {
        onSuccess: (saved) => {
          if (saved && fields.address !== undefined) list.open(saved.address, saved.id);
          onTold(done);
        },
        onError: (error) => onFailed(error.message),
      },
    );
  }

  return (
    <>
      <Menu.Separator className="my-1 h-px bg-line" />
      {open && isEdited && open.canChange ? (
        <MenuItem
          icon={Save}
          onPress={() => change(open, { address: keptAddress(list.address, layout) }, "View saved")}
        >
          Save changes{open.isTeam ? " for the team" : ""}
        </MenuItem>
      ) : null}
      {open && isEdited ? (
        <MenuItem icon={RotateCcw} onPress={() => list.open(open.address, open.id)}>
          Discard changes
        </MenuItem>
      ) : null}
      <MenuItem icon={BookmarkPlus} onPress={() => onAsk("save as")}>
        Save as…
      </MenuItem>
      {open ? <OfOpenView eventId={eventId} view={open} change={change} onAsk={onAsk} /> : null}
    </>
  );
}

type OfOpenProps = {
  eventId: string;
  view: SavedViewView;
  change: (view: SavedViewView, fields: Partial<ViewFields>, done: string) => void;
  onAsk: (asking: Asking) => void;
};

function OfOpenView({ eventId, view, change, onAsk }: OfOpenProps) {
  const mayShare = useMay(eventId, "views.share");
  const { isDefault, isTeam, canChange } = view;
  return (
    <Menu.Group>
      <Menu.GroupLabel className="truncate px-2 pt-2 pb-1 text-soft text-xs">
        This view: <bdi>{view.name}</bdi>
      </Menu.GroupLabel>
      <MenuItem
        icon={House}
        onPress={() =>
          change(
            view,
            { isDefault: !isDefault },
            isDefault ? "The list opens with everything again" : "The list opens with this view",
          )
        }
      >
        {isDefault ? "No longer the default" : "Make default: opens first"}
      </MenuItem>
      {canChange ? (
        <MenuItem icon={Pencil} onPress={() => onAsk("rename")}>
          Rename…
        </MenuItem>
      ) : null}
      {mayShare ? (
        <MenuItem
          icon={isTeam ? Lock : Users}
          onPress={() =>
            change(
              view,
              { isTeam: !isTeam },
              isTeam ? "Only you see it now" : "The team sees it now",
            )
          }
        >
          {isTeam ? "Keep to myself" : "Share with the team"}
        </MenuItem>
      ) : null}
      {canChange ? (
        <MenuItem icon={Trash2} onPress={() => onAsk("delete")}>
          Delete…
        </MenuItem>
      ) : null}
    </Menu.Group>
  );
}
