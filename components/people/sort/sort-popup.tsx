"use client";

import { fieldWord } from "@/components/people/columns/field-words";
import { useFieldKinds } from "@/components/people/filters/use-field-kinds";
import type { PeopleList } from "@/components/people/use-people-list";
import { useSight } from "@/components/queries/use-sight";
import { AnchoredPopup } from "@/components/ui/anchored-popup";
import { Chip } from "@/components/ui/chip";
import { fieldOfSort, type SortKey } from "@/lib/list-address/list-address";
import { SORT_FIELDS } from "@/lib/list-address/list-fields";
import { MOST_SORT_KEYS, moved, turned, withKey, withoutKey } from "./edit-sort";
import { SortKeyRow } from "./sort-key-row";
import { COMMON_SORTS, directionWord } from "./sort-words";

type Props = {
  list: PeopleList;
  eventId: string;
  isOpen: boolean;
  anchorId: string;
  onClose: () => void;
};

/** The order of a list: the usual ones in one press, or up to five keys one after the other. */
export function SortPopup({ list, eventId, isOpen, anchorId, onClose }: Props) {
  const { sort, address, change } = list;
  const { form, kindOf } = useFieldKinds(eventId);
  const order = (next: SortKey[]) => change({ sort: next });
  const { sees } = useSight(eventId);
  const orderable = [
    ...SORT_FIELDS.filter(sees),
    ...form.filter(({ kind }) => kind !== "object").map(({ field }) => field),
  ];
  const free = orderable.filter((field) => !sort.some((key) => fieldOfSort(key) === field));
  return (
    <AnchoredPopup
      open={isOpen}
      onClose={onClose}
      anchor={() => document.getElementById(anchorId)}
      title="Order of the list"
    >
      <div className="grid gap-4">
        <section aria-label="Usual orders" className="flex flex-wrap gap-1.5">
          {address.q === "" ? null : (
            <Chip word="Best match" isPressed={sort.length === 0} onPress={() => order([])} />
          )}
          {COMMON_SORTS.map((common) => (
            <Chip
              key={common.word}
              word={common.word}
              isPressed={common.sort.join() === sort.join()}
              onPress={() => order(common.sort)}
            />
          ))}
        </section>
        {sort.length > 0 ? (
          <ol aria-label="Keys of the order" className="grid gap-1">
            {sort.map((key, at) => (
              <SortKeyRow
                key={fieldOfSort(key)}
                word={fieldWord(fieldOfSort(key))}
                direction={directionWord(key, kindOf)}
                place={{ at, of: sort.length }}
                onTurn={() => order(turned(sort, key))}
                onMove={(by) => order(moved(sort, key, by))}
                onRemove={() => order(withoutKey(sort, key))}
              />
            ))}
          </ol>
        ) : null}
        {sort.length < MOST_SORT_KEYS ? (
          <label className="grid gap-1 text-soft text-xs">
            {sort.length === 0 ? "Order by" : "Then by"}
            <select
              value=""
              onChange={(event) => order(withKey(sort, event.target.value))}
              className="min-h-9 pointer-coarse:min-h-11 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-ink text-sm"
            >
              <option value="">Choose a field…</option>
              {free.map((field) => (
                <option key={field} value={field}>
                  {fieldWord(field)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <p className="text-soft text-xs">Five keys are the most a list is ordered by.</p>
        )}
        <p className="text-soft text-xs">Empty values last</p>
      </div>
    </AnchoredPopup>
  );
}
