import { Menu } from "@base-ui/react/menu";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { countedQuestion } from "@/components/people/search/counted-question";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { ITEM } from "@/components/ui/menu-item";
import { questionOf, readListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import { EVERYTHING } from "./use-open-view";

type Props = {
  eventId: string;
  list: PeopleList;
  kind: ListKind;
  open: SavedViewView | null;
  views: UseQueryResult<SavedViewView[]>;
};

const HEADING = "px-2 pt-2 pb-1 text-soft text-xs";

/** Everything, one's own views and the team's. */
export function ViewChoices({ eventId, list, kind, open, views }: Props) {
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
      <Choice
        value={EVERYTHING}
        label={kind === "applications" ? "Every application" : "Every participant"}
        note={<ViewNote eventId={eventId} kind={kind} address="" isDefault={false} />}
      />
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
            {some.map(({ id, name, isDefault, address }) => (
              <Choice
                key={id}
                value={id}
                label={name}
                note={
                  <ViewNote eventId={eventId} kind={kind} address={address} isDefault={isDefault} />
                }
              />
            ))}
          </Menu.Group>
        ) : null,
      )}
    </Menu.RadioGroup>
  );
}

type ChoiceProps = { value: string; label: string; note: ReactNode };

function Choice({ value, label, note }: ChoiceProps) {
  return (
    <Menu.RadioItem value={value} closeOnClick label={label} className={ITEM}>
      <Menu.RadioItemIndicator>
        <Check aria-hidden="true" size={15} className="text-accent" />
      </Menu.RadioItemIndicator>
      <span className="col-start-2 truncate" dir="auto" title={label}>
        {label}
      </span>
      {note}
    </Menu.RadioItem>
  );
}

type NoteProps = { eventId: string; kind: ListKind; address: string; isDefault: boolean };

/** How many rows a view has now. */
function ViewNote({ eventId, kind, address, isDefault }: NoteProps) {
  const question = questionOf(readListAddress(new URLSearchParams(address)).address);
  const { data } = useQuery(eventQueries.counts(eventId, kind, countedQuestion(question), []));
  const notes = [
    ...(isDefault ? ["opens first"] : []),
    ...(data ? [data.total.toLocaleString("en-GB")] : []),
  ];
  return <span className="text-soft text-xs tabular-nums"> {notes.join(" · ")}</span>;
}
