"use client";

import { useReviewNames } from "@/components/labels/review-names";
import { useReviewerNames } from "@/components/labels/reviewer-name";
import type { PeopleList } from "@/components/people/use-people-list";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { showToast } from "@/components/ui/show-toast";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { filtersOf } from "./edit-filters";
import { FilterPill } from "./filter-pill";
import { isOfTabs, shownFields } from "./shown-fields";
import { useFieldKinds } from "./use-field-kinds";
import { type Editing, FILTER_BUTTON, type Filtering } from "./use-filtering";
import { useWaves } from "./use-waves";

export const FilterPopup = lazyPiece(() =>
  import("./filter-popup").then((module) => module.FilterPopup),
);

const pillOf = (field: string) => `filter-${field}`;

type Props = { list: PeopleList; kind: ListKind; eventId: string; filtering: Filtering };

/** The filters in words, in one row that scrolls sideways; nothing where nothing is filtered. */
export function FilterBar({ list, kind, eventId, filtering }: Props) {
  const { address, change } = list;
  const { editing, close, isOpenAt, press, choose } = filtering;
  const { kindOf, isGone } = useFieldKinds(eventId);
  const isAboutWaves =
    editing?.field === "wave" || address.filters.some(({ field }) => field === "wave");
  const waves = useWaves(eventId, isAboutWaves);
  const reviewers = useReviewerNames();
  const reviews = useReviewNames();
  const pills = pillFields(address.filters, editing);
  const leave = (filters: ListFilter[]) => {
    close();
    change({ filters });
    document.getElementById(FILTER_BUTTON)?.focus();
  };
  const clear = () => {
    leave([]);
    const undo = () => change({ filters: address.filters });
    showToast("Filters cleared", { word: "Undo", run: undo });
  };

  return (
    <>
      {pills.length > 0 ? (
        <div className="flex min-w-0 shrink-0 items-center gap-1.5 overflow-x-auto px-3 pt-2 pb-1 sm:px-5">
          <ul aria-label="Filters" className="contents">
            {pills.map((field) => (
              <FilterPill
                key={field}
                id={pillOf(field)}
                field={field}
                filters={shownOf(address.filters, field)}
                names={{ kindOf, waves, reviewers, reviews }}
                isGone={isGone(field)}
                isOpen={isOpenAt(pillOf(field))}
                onEdit={() => press(pillOf(field), field)}
                onRemove={() => leave(withoutShown(address.filters, field))}
              />
            ))}
          </ul>
          <button
            type="button"
            onClick={clear}
            className={`${buttonLook("quiet")} min-h-7 shrink-0 px-2.5 text-xs`}
          >
            Clear filters
          </button>
        </div>
      ) : null}
      {editing ? (
        <FilterPopup
          list={list}
          kind={kind}
          eventId={eventId}
          waves={waves}
          isOpen={editing.isOpen}
          field={editing.field}
          anchorId={editing.anchorId}
          fallbackId={FILTER_BUTTON}
          onField={choose}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** The fields that have a pill. The one whose pill is being edited keeps it, even with nothing asked. */
function pillFields(filters: readonly ListFilter[], editing: Editing | null): string[] {
  const { isOpen, field, anchorId } = editing ?? {};
  const isKept = isOpen && field && anchorId === pillOf(field);
  return [...new Set([...shownFields(filters), ...(isKept ? [field] : [])])];
}

function shownOf(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filtersOf(filters, field).filter((filter) => !isOfTabs(filter));
}

/** Everything but what the field's pill shows. */
function withoutShown(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filters.filter((filter) => filter.field !== field || isOfTabs(filter));
}
