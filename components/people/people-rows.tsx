import type { RefObject } from "react";
import { useMay } from "@/components/queries/use-may";
import { useSight } from "@/components/queries/use-sight";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Density } from "@/lib/saved-views/list-layout-view";
import type { Arranging } from "./columns/use-arranging";
import { ExportSelected } from "./export/export-button";
import { AssignButton } from "./selection/assign-button";
import { CopyEmailsButton } from "./selection/copy-emails-button";
import { SelectionBar } from "./selection/selection-bar";
import { ShowOnlyButton } from "./selection/show-only-button";
import type { Selection } from "./selection/use-selection";
import { PeopleTable } from "./table/people-table";
import type { useSteadyRows } from "./table/use-steady-rows";
import type { PeopleList } from "./use-people-list";

type Props = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  steady: ReturnType<typeof useSteadyRows>;
  selection: Selection;
  arranging: Arranging;
  density: Density;
  grid: RefObject<HTMLTableElement | null>;
  onScreen: RefObject<ReadonlySet<string>>;
  say: (words: string) => void;
};

/** The rows of a list, and what can be done with those that are picked. */
export function PeopleRows({ grid, ...props }: Props) {
  const { eventId, kind, list, selection } = props;
  const { picked, count } = selection;
  const sight = useSight(eventId);
  const mayAssign = useMay(eventId, "reviews.manage");
  return (
    <PeopleTable {...props} gridRef={grid}>
      <SelectionBar selection={selection} list={list}>
        <ShowOnlyButton list={list} picked={picked} />
        {mayAssign ? (
          <AssignButton eventId={eventId} kind={kind} list={list} picked={picked} count={count} />
        ) : null}
        {sight.all ? (
          <>
            <CopyEmailsButton eventId={eventId} kind={kind} list={list} picked={picked} />
            <ExportSelected
              eventId={eventId}
              kind={kind}
              list={list}
              picked={picked}
              pickedCount={count}
            />
          </>
        ) : null}
      </SelectionBar>
    </PeopleTable>
  );
}
