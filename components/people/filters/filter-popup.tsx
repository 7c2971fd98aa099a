"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { useReviewNames } from "@/components/labels/review-names";
import { useReviewerNames } from "@/components/labels/reviewer-name";
import { fieldWord } from "@/components/people/columns/field-words";
import type { PeopleList } from "@/components/people/use-people-list";
import { useSight } from "@/components/queries/use-sight";
import { AnchoredPopup } from "@/components/ui/anchored-popup";
import type { ListKind } from "@/lib/list-address/list-fields";
import { FieldEditor } from "./field-editor";
import { FieldMenu } from "./field-menu";
import { useFieldKinds } from "./use-field-kinds";

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  waves: ReadonlyMap<string, string> | null;
  isOpen: boolean;
  field: string | null;
  anchorId: string;
  /** Where to stand when the anchor has gone. */
  fallbackId: string;
  onField: (field: string | null) => void;
  onClose: () => void;
};

/** Chooses a field, and what of it is wanted. Everything counts at once; there is nothing to confirm. */
export function FilterPopup(props: Props) {
  const { list, kind, eventId, waves, isOpen, field, anchorId, fallbackId, ...on } = props;
  const { counts } = list;
  const { form, kindOf } = useFieldKinds(eventId);
  const { sees } = useSight(eventId);
  const reviewers = useReviewerNames();
  const reviews = useReviewNames();
  const anchor = () => document.getElementById(anchorId) ?? document.getElementById(fallbackId);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to get here has gone.
  useEffect(() => {
    if (field !== null && isOpen) heading.current?.focus();
  }, [field, isOpen]);
  const title = field === null ? "Add a filter" : `Filter by ${fieldWord(field)}`;
  return (
    <AnchoredPopup
      open={isOpen}
      onClose={on.onClose}
      anchor={anchor}
      title={title}
      done={counts ? `Show ${counts.total.toLocaleString("en-GB")}` : "Done"}
      initialFocus={field === null ? undefined : heading}
    >
      {field === null ? (
        <FieldMenu form={form} sees={sees} onPick={on.onField} />
      ) : (
        <div className="grid gap-3">
          <div className="flex items-center gap-1">
            {anchorId === fallbackId ? (
              <button
                type="button"
                aria-label="Another field"
                onClick={() => on.onField(null)}
                className="-ml-1 grid size-8 pointer-coarse:size-11 place-items-center rounded-sm text-soft hover:bg-sunken hover:text-ink"
              >
                <ArrowLeft aria-hidden="true" size={16} />
              </button>
            ) : null}
            <h2
              ref={heading}
              tabIndex={-1}
              className="min-w-0 flex-1 truncate text-left font-medium outline-none"
              dir="auto"
            >
              {fieldWord(field)}
            </h2>
          </div>
          <FieldEditor
            key={field}
            list={list}
            kind={kind}
            eventId={eventId}
            field={field}
            fieldKind={kindOf(field) ?? "text"}
            names={{ kindOf, waves, reviewers, reviews }}
          />
        </div>
      )}
    </AnchoredPopup>
  );
}
