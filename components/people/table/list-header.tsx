"use client";

import { type RefObject, useState } from "react";
import type { CardPlace } from "@/components/people/columns/card-places";
import type { Arranging } from "@/components/people/columns/use-arranging";
import { useColumnDrag } from "@/components/people/columns/use-column-drag";
import { useFieldKinds } from "@/components/people/filters/use-field-kinds";
import type { Selection } from "@/components/people/selection/use-selection";
import type { PeopleList } from "@/components/people/use-people-list";
import { BOX_PLACE, ROW_GRID } from "./cell-places";
import { ColumnHead } from "./column-head";
import { HeadBox } from "./head-box";
import { orderWords } from "./order-words";
import { MOST_SORT_KEYS, pressHead } from "./press-head";

type Props = {
  eventId: string;
  list: PeopleList;
  selection: Selection;
  arranging: Arranging;
  places: ReadonlyMap<string, CardPlace>;
  scroller: RefObject<HTMLElement | null>;
  say: (text: string) => void;
};

/**
 * The heads of the columns, which also order the list. One stop for the Tab key: arrows move between
 * them, with shift they move the column itself. On a phone the order has a menu of its own.
 */
export function ListHeader({ eventId, list, selection, arranging, places, scroller, say }: Props) {
  const { columns, move } = arranging;
  const { kindOf } = useFieldKinds(eventId);
  const [stop, setStop] = useState("name");
  const drag = useColumnDrag(move);
  const stopId = columns.some(({ id }) => id === stop) ? stop : "name";

  function press(field: string, isAdding: boolean): void {
    const sort = pressHead(list.sort, field, isAdding);
    if (isAdding && sort.length === list.sort.length && sort.join() === list.sort.join()) {
      say(`${MOST_SORT_KEYS} keys are the most`);
      return;
    }
    list.change({ sort });
    say(orderWords(sort));
  }

  return (
    <thead className="sticky top-0 z-10 hidden border-line border-b bg-surface @2xl:block">
      <tr aria-rowindex={1} className={`${ROW_GRID} bg-surface`}>
        <th scope="col" className={BOX_PLACE}>
          <HeadBox rows={list.rows} selection={selection} />
        </th>
        {columns.map((column, at) => (
          <ColumnHead
            key={column.id}
            column={column}
            columns={columns}
            at={at}
            place={places.get(column.id)}
            sort={list.sort}
            isStop={column.id === stopId}
            isNumber={kindOf(column.id) === "number"}
            arranging={arranging}
            drag={drag}
            scroller={scroller}
            onStop={setStop}
            onPress={press}
          />
        ))}
      </tr>
    </thead>
  );
}
