import { Menu } from "@base-ui/react/menu";
import type { UseQueryResult } from "@tanstack/react-query";
import { Check } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { ITEM } from "./menu-item";
import { EVERYTHING } from "./use-open-view";

type Props = {
  list: PeopleList;
  kind: ListKind;
  open: SavedViewView | null;
  views: UseQueryResult<SavedViewView[]>;
};

const HEADING = "px-2 pt-2 pb-1 text-soft text-xs";

/** Everything, one's own views and the team's. */
export function ViewChoices({ list, kind, open, views }: Props) {
  const known = views.data ?? [];
  const groups = [
    ["My views", known.filter(({ isTeam }) => !isTeam)],
    ["The team's views", known.filter(({ isTeam }) => isTeam)],
  ] as const;
  const isWhole = list.address.q === "" && list.address.filters.length === 0;

  function choose(id: string): void {
    const view = known.find((each) => each.id === id);
    if (view) list.open(view.address, view.id);
    // An address that says nothing would open the default again at the next visit.
    else list.open("", known.some(({ isDefault }) => isDefault) ? EVERYTHING : null);
  }

  return (
    <Menu.RadioGroup
      value={open?.id ?? (isWhole ? EVERYTHING : "")}
      onValueChange={choose}
      className="max-h-72 overflow-y-auto overscroll-contain"
    >
      <Choice value={EVERYTHING}>
        {kind === "applications" ? "Every application" : "Every participant"}
      </Choice>
      {views.isPending ? <p className={HEADING}>Loading views…</p> : null}
      {views.isError ? (
        <p role="alert" className={`${HEADING} text-rejected`}>
          The views did not load. {views.error.message}
        </p>
      ) : null}
      {groups.map(([heading, some]) =>
        some.length > 0 ? (
          <Menu.Group key={heading}>
            <Menu.GroupLabel className={HEADING}>{heading}</Menu.GroupLabel>
            {some.map(({ id, name, isDefault }) => (
              <Choice key={id} value={id} note={isDefault ? "opens first" : null}>
                {name}
              </Choice>
            ))}
          </Menu.Group>
        ) : null,
      )}
    </Menu.RadioGroup>
  );
}

type ChoiceProps = { value: string; note?: string | null; children: string };

function Choice({ value, note = null, children }: ChoiceProps) {
  return (
    <Menu.RadioItem value={value} closeOnClick label={children} className={ITEM}>
      <Menu.RadioItemIndicator>
        <Check aria-hidden="true" size={15} className="text-accent" />
      </Menu.RadioItemIndicator>
      <span className="col-start-2 truncate" dir="auto" title={children}>
        {children}
      </span>
      {note ? <span className="text-soft text-xs"> {note}</span> : null}
    </Menu.RadioItem>
  );
}
