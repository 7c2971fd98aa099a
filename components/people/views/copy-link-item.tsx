import { Check, Link } from "lucide-react";
import { useState } from "react";
import { columnsInForce } from "@/components/people/columns/columns-in-force";
import type { PeopleList } from "@/components/people/use-people-list";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListLayoutView } from "@/lib/saved-views/list-layout-view";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { linkOf } from "./kept-address";
import { MenuItem } from "./menu-item";

const SHOWN_MS = 2_000;

type Props = {
  list: PeopleList;
  kind: ListKind;
  open: SavedViewView | null;
  layout: ListLayoutView | undefined;
};

/** Puts the address of the list, as it is seen now, onto the clipboard. */
export function CopyLinkItem({ list: { address }, kind, open, layout }: Props) {
  const [told, setTold] = useState<string | null>(null);

  async function copy(): Promise<void> {
    const columns = columnsInForce(kind, address.columns, layout).map(({ id }) => id);
    const page = location.origin + location.pathname;
    const isDone = await navigator.clipboard
      .writeText(linkOf(page, { kind, address, columns }, open))
      .then(
        () => true,
        () => false,
      );
    setTold(isDone ? "Link copied" : "The browser did not allow it");
    setTimeout(() => setTold(null), SHOWN_MS);
  }

  return (
    <MenuItem icon={told === "Link copied" ? Check : Link} stays onPress={() => void copy()}>
      <span aria-live="polite">{told ?? "Copy link"}</span>
    </MenuItem>
  );
}
