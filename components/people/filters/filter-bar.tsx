"use client";

import { ListFilter as FilterIcon } from "lucide-react";
import { useCallback, useState } from "react";
import { StatusFacets } from "@/components/people/status-facets";
import type { PeopleList } from "@/components/people/use-people-list";
import { buttonLook } from "@/components/ui/button-look";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { filtersOf } from "./edit-filters";
import { FilterPill } from "./filter-pill";
import { useFieldKinds } from "./use-field-kinds";
import { useWaves } from "./use-waves";

const FilterPopup = lazyPiece(() => import("./filter-popup").then((module) => module.FilterPopup));

const ADD = "add-filter";
const pillOf = (field: string) => `filter-${field}`;

type Props = { list: PeopleList; kind: ListKind; eventId: string };

/** `field` null: which one is still to be chosen. `anchorId`: the button that was pressed. */
type Editing = { isOpen: boolean; field: string | null; anchorId: string };

/** Which rows: the statuses, whatever else is asked, and the means to ask more. */
export function FilterBar({ list, kind, eventId }: Props) {
  const { address, change } = list;
  const [editing, setEditing] = useState<Editing | null>(null);
  const { kindOf, isGone } = useFieldKinds(eventId);
  const isAboutWaves =
    editing?.field === "wave" || address.filters.some(({ field }) => field === "wave");
  const waves = useWaves(eventId, isAboutWaves);
  const close = useCallback(() => setEditing((now) => now && { ...now, isOpen: false }), []);
  const isOpenAt = (anchorId: string) => editing?.isOpen === true && editing.anchorId === anchorId;
  const press = (anchorId: string, field: string | null) =>
    isOpenAt(anchorId) ? close() : setEditing({ isOpen: true, field, anchorId });
  const pills = pillFields(address.filters, editing);

  return (
    <>
      <div className="flex min-w-0 shrink-0 items-start gap-1.5 py-2.5 pl-3 sm:pl-5">
        <button
          id={ADD}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpenAt(ADD)}
          onPointerEnter={FilterPopup.preload}
          onFocus={FilterPopup.preload}
          onClick={() => press(ADD, null)}
          className="inline-flex min-h-7 pointer-coarse:min-h-11 shrink-0 items-center gap-1.5 rounded-full border border-edge border-dashed bg-surface px-3 text-ink text-xs hover:bg-sunken"
        >
          <FilterIcon aria-hidden="true" size={13} />
          Add filter
        </button>
        <StatusFacets list={list} kind={kind} />
      </div>
      {pills.length > 0 ? (
        <div className="-mt-1 flex min-w-0 shrink-0 items-center gap-1.5 overflow-x-auto px-3 pb-2.5 sm:flex-wrap sm:px-5">
          <ul aria-label="Filters" className="contents">
            {pills.map((field) => (
              <FilterPill
                key={field}
                id={pillOf(field)}
                field={field}
                filters={shownOf(address.filters, field)}
                names={{ kindOf, waves }}
                isGone={isGone(field)}
                isOpen={isOpenAt(pillOf(field))}
                onEdit={() => press(pillOf(field), field)}
                onRemove={() => {
                  close();
                  change({ filters: withoutShown(address.filters, field) });
                  document.getElementById(ADD)?.focus();
                }}
              />
            ))}
          </ul>
          <button
            type="button"
            onClick={() => {
              close();
              change({ filters: [] });
              document.getElementById(ADD)?.focus();
            }}
            className={`${buttonLook("quiet")} min-h-7 px-2.5 text-xs`}
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
          fallbackId={ADD}
          onField={(field) => setEditing({ ...editing, field })}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** The fields that have a pill. The one whose pill is being edited keeps it, even with nothing asked. */
function pillFields(filters: readonly ListFilter[], editing: Editing | null): string[] {
  const asked = filters.filter((filter) => !isChips(filter)).map(({ field }) => field);
  const { isOpen, field, anchorId } = editing ?? {};
  const isKept = isOpen && field && anchorId === pillOf(field);
  return [...new Set([...asked, ...(isKept ? [field] : [])])];
}

/** The statuses that are asked for are what the chips show. */
function isChips({ field, operator }: ListFilter): boolean {
  return field === "status" && operator === "is";
}

function shownOf(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filtersOf(filters, field).filter((filter) => !isChips(filter));
}

/** Everything but what the field's pill shows. */
function withoutShown(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filters.filter((filter) => filter.field !== field || isChips(filter));
}
