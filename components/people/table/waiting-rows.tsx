import { cardPlaces } from "@/components/people/columns/card-places";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { BOX_PLACE, cellPlace, ROW_GRID } from "./cell-places";

type Props = { rows: number; columns: readonly ListColumn[] };

/** Rows that are on their way, in the places and of the height of those that come. */
export function WaitingRows({ rows, columns }: Props) {
  const places = cardPlaces(columns.map(({ id }) => id));
  return (
    <div role="status" aria-label="Loading" className="@2xl:min-w-(--list-width)">
      {Array.from({ length: rows }, (_, row) => `waiting ${row}`).map((key) => (
        <div key={key} className={`${ROW_GRID} h-(--row) animate-breathe border-line border-b`}>
          <span className={BOX_PLACE}>
            <span className="size-4 rounded-sm bg-sunken" />
          </span>
          {columns.map(({ id }) => (
            <span key={id} className={cellPlace(places.get(id))}>
              {id === "name" ? (
                <span className="grid gap-2">
                  <span className="h-3 w-32 max-w-full rounded-full bg-sunken" />
                  <span className="h-2.5 w-44 max-w-full rounded-full bg-sunken" />
                </span>
              ) : (
                <span className="block h-3 w-16 rounded-full bg-sunken" />
              )}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
