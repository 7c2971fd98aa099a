"use client";

import { ListFilter as FilterIcon } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import { buttonLook } from "@/components/ui/button-look";
import { FilterPopup } from "./filter-bar";
import { shownFields } from "./shown-fields";
import { FILTER_BUTTON, type Filtering } from "./use-filtering";

type Props = { list: PeopleList; filtering: Filtering };

/** The way to one more filter, and how many fields are filtered. */
export function FilterButton({ list, filtering: { isOpenAt, press } }: Props) {
  const count = shownFields(list.address.filters).length;
  return (
    <button
      id={FILTER_BUTTON}
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpenAt(FILTER_BUTTON)}
      title="Filter"
      onPointerEnter={FilterPopup.preload}
      onFocus={FilterPopup.preload}
      onClick={() => press(FILTER_BUTTON, null)}
      className={`${buttonLook("plain")} shrink-0 @max-3xl:px-2.5`}
    >
      <FilterIcon aria-hidden="true" size={16} className="shrink-0" />
      <span className="@max-3xl:sr-only">Filter</span>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="rounded-full bg-tint px-1.5 text-accent text-xs tabular-nums"
        >
          {count}
        </span>
      ) : null}
    </button>
  );
}
